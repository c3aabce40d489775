/// A range of UTF-8 bytes in an article's body.
public typealias ByteRange = Range<Int>
