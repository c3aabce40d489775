// Nothing is called from Swift: what libxml2 needs where it is linked into a static executable.
