/// Cuts a document of JSON into the values that it consists of: the elements of a list at the top, else the values.
///
/// A value is told by its brackets and strings alone, so that a fault inside one does not spoil the next.
struct JSONCutter {
    /// A value that was cut out.
    enum Piece {
        /// An element of a list at the top.
        case element([UInt8])
        /// A value at the top.
        case document([UInt8])
        /// A value above the limit, which was passed over.
        case tooLarge
        /// The file ends inside a value.
        case cut
    }

    /// Whether the values are the elements of a list at the top.
    private(set) var isInList = false

    private let file: ByteStream

    init(_ file: ByteStream) {
        self.file = file
    }

    /// Whether nothing follows.
    var isAtEnd: Bool { peek() == nil }

    /// The next value; nil at the end of the file.
    mutating func next() -> Piece? {
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "[") where !isInList: isInList = true
            case UInt8(ascii: "]"): isInList = false
            case UInt8(ascii: ","), UInt8(ascii: "}"): break
            default: return cut()
            }
            file.skip(1)
        }
        guard isInList, !file.isCut else { return nil }
        isInList = false
        return .cut
    }

    /// The next byte that is not white space.
    private func peek() -> UInt8? {
        repeat {
            let blanks = file.unread.prefix { $0 <= 0x20 }.count
            file.skip(blanks)
            if let byte = file.unread.first { return byte }
        } while file.readMore()
        return nil
    }

    private mutating func cut() -> Piece? {
        let limit = isInList ? ArticleReaders.sizeLimit : JSONReader.objectLimit
        var extent = JSONExtent()
        var searched = 0
        var isTooLarge = false
        while true {
            if let end = extent.end(in: file.unread.dropFirst(searched)) {
                let count = end - file.unread.startIndex
                defer { file.skip(count) }
                if isTooLarge || count > limit { return .tooLarge }
                return isInList
                    ? .element(Array(file.unread.prefix(count))) : .document(Array(file.unread.prefix(count)))
            }
            searched = file.unread.count
            if isTooLarge || searched > limit {
                isTooLarge = true
                file.skip(searched)
                searched = 0
            }
            if file.readMore() { continue }
            let rest = Array(file.unread)
            file.skip(rest.count)
            if file.isCut { return nil }
            // A list without its end is a fault, once; a word or a number at the top is ended by the file's end.
            if extent.isOpen || isTooLarge || isInList {
                isInList = false
                return .cut
            }
            return .document(rest)
        }
    }
}

/// Finds the end of a value by its brackets and strings, piece by piece.
struct JSONExtent {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    /// Whether a bracket or a string is open.
    var isOpen: Bool { depth > 0 || isInString }

    /// The index behind the value; nil where it goes on behind the piece.
    mutating func end(in piece: ArraySlice<UInt8>) -> Int? {
        var index = piece.startIndex
        while index < piece.endIndex {
            let byte = piece[index]
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                    if depth == 0 { return index + 1 }
                }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if depth == 0 { return index }
                    depth -= 1
                    if depth == 0 { return index + 1 }
                case UInt8(ascii: ","), 0...0x20:
                    if depth == 0 { return index }
                default: break
                }
            }
            index += 1
        }
        return nil
    }
}
