// Nothing is called from Swift: see icu_stubs.c.
