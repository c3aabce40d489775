/// The words of a text in small letters, each by its first 16 bytes.
///
/// Words are letters, digits and whatever is not ASCII. Capitals of the Latin, German, French and Russian alphabets are
/// made small.
struct ByteWords: Sequence, IteratorProtocol {
    private let text: ArraySlice<UInt8>
    /// Where the search for the next word begins: behind the last one.
    private(set) var position: Int

    init(_ text: ArraySlice<UInt8>) {
        self.text = text
        position = text.startIndex
    }

    mutating func next() -> PackedName? {
        while position < text.endIndex, !ByteWords.isPart(text[position]) { position += 1 }
        guard position < text.endIndex else { return nil }
        let start = position
        while position < text.endIndex, ByteWords.isPart(text[position]) { position += 1 }
        return PackedName(SmallLetters(text[start..<position].prefix(16)))
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }
}

/// The bytes of a text in UTF-8 with capitals made small, as many as before.
struct SmallLetters: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>
    private var pending: UInt8?

    init(_ text: ArraySlice<UInt8>) {
        rest = text
    }

    mutating func next() -> UInt8? {
        if let pending {
            self.pending = nil
            return pending
        }
        guard let byte = rest.popFirst() else { return nil }
        if byte &- UInt8(ascii: "A") < 26 { return byte | 0x20 }
        guard byte == 0xC3 || byte == 0xD0, let second = rest.first else { return byte }
        switch (byte, second) {
        case (0xC3, 0x80...0x9E): pending = second | 0x20
        case (0xD0, 0x90...0x9F): pending = second + 0x20
        case (0xD0, 0xA0...0xAF):
            pending = second - 0x20
            rest.removeFirst()
            return 0xD1
        default: return byte
        }
        rest.removeFirst()
        return byte
    }
}
