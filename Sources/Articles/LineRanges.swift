/// The lines of a text as byte ranges, without their line feeds.
struct LineRanges: Sequence, IteratorProtocol {
    private let bytes: ArraySlice<UInt8>
    private var start: Int?

    init(_ bytes: some RandomAccessCollection<UInt8>) {
        self.init(slice: ArraySlice(bytes))
    }

    init(slice bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        start = bytes.startIndex
    }

    mutating func next() -> Range<Int>? {
        guard let first = start else { return nil }
        let end = bytes[first...].firstIndex(of: UInt8(ascii: "\n"))
        start = end.map { $0 + 1 }
        return first..<(end ?? bytes.endIndex)
    }
}
