/// Reads rows of fields (CSV, TSV) from a file of any size, one chunk in memory at a time.
///
/// Fields may be quoted, and then hold delimiters, line breaks and doubled quotes. Rows end with CR LF, LF or CR; empty
/// lines are no rows. A byte order mark is dropped. As in Python's `csv`, a quote inside a field that does not begin with
/// one is a letter, and what follows a closing quote belongs to the field. A quote that is never closed, or not within
/// ``DelimitedOptions/rowLimit``, is a fault of its line: the line is rejected and the next is read.
///
/// The file is UTF-8, unless its first chunk is none: then it is windows-1252. A later row that is not UTF-8 is read as
/// windows-1252 by itself and counted in ``recodedRows``.
public final class DelimitedReader {
    /// One row, read in place, or the reason why there is none.
    public enum Row {
        /// The row's fields are the reader's, until the next row.
        case fields
        /// The row could not be read.
        case rejected(RowRejection)
    }

    /// The byte between two fields.
    public let delimiter: UInt8
    /// How the file's text is encoded.
    public let encoding: TextEncoding
    /// The line at which the current row begins, from 1.
    public private(set) var line = 0
    /// The number of bytes read from the file so far.
    public private(set) var bytesRead = 0
    /// The number of rows of a UTF-8 file that were read as windows-1252.
    public private(set) var recodedRows = 0
    /// The number of fields that every row must have; nil for any number.
    public var expectedFieldCount: Int?

    private let source: FileSource
    private let options: DelimitedOptions
    private let input: RowBuffer
    private let decoder = RowDecoder()
    private var scanner: RowScanner
    private var filled = 0
    private var position = 0
    private var nextLine = 1
    private var isAtEnd = false
    private var raw = 0..<0
    /// Where the fields are: in the input, or decoded.
    private(set) var fields: RowBuffer
    /// Where the row begins in ``fields``.
    private(set) var rowStart = 0

    /// Opens a file, or the standard input for `-`.
    public convenience init(
        fileAt path: String,
        options: DelimitedOptions = DelimitedOptions()
    ) throws(DatasetError) {
        try self.init(FileSource(path: path), options: options)
    }

    /// Reads from an open descriptor, which stays the caller's.
    public convenience init(
        descriptor: Int32,
        name: String,
        options: DelimitedOptions = DelimitedOptions()
    ) throws(DatasetError) {
        try self.init(FileSource(descriptor: descriptor, name: name), options: options)
    }

    /// Reads what something else hands out: a file that is expanded or decoded on the way.
    ///
    /// - Parameters:
    ///   - name: what errors name.
    ///   - options: how the rows are to be read.
    ///   - reading: puts some bytes, at least one, into the buffer and gives their number; 0 at the end.
    /// - Throws: what the reading throws, and a file that is UTF-16.
    public convenience init(
        name: String,
        options: DelimitedOptions = DelimitedOptions(),
        reading: @escaping (UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int
    ) throws(DatasetError) {
        try self.init(unsafe FileSource(name: name, reading), options: options)
    }

    private init(_ source: FileSource, options: DelimitedOptions) throws(DatasetError) {
        self.source = source
        self.options = options
        input = RowBuffer(capacity: options.chunkSize)
        fields = input
        while filled < input.capacity {
            let count = try source.read(into: input, at: filled, atMost: input.capacity - filled)
            if count == 0 {
                isAtEnd = true
                break
            }
            filled += count
        }
        bytesRead = filled
        let opening = unsafe UnsafeBufferPointer(start: input.base, count: filled)
        if unsafe opening.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        guard unsafe !opening.starts(with: [0xFF, 0xFE]), unsafe !opening.starts(with: [0xFE, 0xFF]) else {
            throw DatasetError(file: source.name, line: nil, reason: "is UTF-16; save it as UTF-8")
        }
        encoding = unsafe TextEncoding.opensAsUTF8(opening, isWhole: isAtEnd) ? .utf8 : .windows1252
        delimiter = unsafe options.delimiter ?? Delimiter.sniff(opening.dropFirst(position))
        scanner = RowScanner(delimiter: delimiter)
    }

    deinit {
        scanner.deallocate()
    }

    /// The number of fields of the current row.
    public var fieldCount: Int { scanner.count }

    /// A field of the current row, from 0.
    public subscript(index: Int) -> RowText {
        precondition(index >= 0 && index < scanner.count)
        let field = scanner.field(index)
        return RowText(buffer: fields, start: rowStart + field.lowerBound, count: field.count)
    }

    /// Where a field begins and ends, from ``rowStart``.
    @inline(__always)
    func fieldBounds(_ index: Int) -> Range<Int> {
        scanner.field(index)
    }

    /// The current row as it stands in the file, without the line break at its end.
    public var rawRow: RowText {
        RowText(buffer: input, start: raw.lowerBound, count: raw.count)
    }

    /// Goes on to the next row; nil behind the last.
    public func next() throws(DatasetError) -> Row? {
        while true {
            line = nextLine
            let outcome = unsafe scanner.scan(input.base, from: position, to: filled, isLast: isAtEnd)
            switch outcome {
            case .row(let end, let next):
                guard position < filled else { return nil }
                if end - position > options.rowLimit { return .rejected(try rejectLine(hasLimit: true)) }
                raw = position..<end
                nextLine += LineBreaks.count(in: input, raw) + (next > end ? 1 : 0)
                position = next
                if raw.isEmpty { continue }
                return take()
            case .needsMore:
                // One more byte than a row of the limit with its CR, of which the LF may still come.
                let isTooLong = filled - position > options.rowLimit + 1
                if isTooLong || isAtEnd { return .rejected(try rejectLine(hasLimit: isTooLong)) }
                try readMore()
            }
        }
    }

    /// Decodes what must be decoded, and checks the number of fields.
    private func take() -> Row {
        fields = input
        rowStart = raw.lowerBound
        if let expected = expectedFieldCount, scanner.count != expected {
            let found = scanner.count == 1 ? "1 field" : "\(scanner.count) fields"
            return .rejected(rejection("\(found), the header has \(expected)"))
        }
        let bytes = unsafe rawRow.bytes
        var isRecoded = false
        if unsafe !TextEncoding.isASCII(bytes) {
            isRecoded = unsafe encoding == .windows1252 || !TextEncoding.isUTF8(bytes)
            if isRecoded, encoding == .utf8 { recodedRows += 1 }
        }
        if !scanner.irregular.isEmpty {
            decoder.unquote(&scanner, input, raw)
            fields = decoder.buffer
            rowStart = 0
        }
        if isRecoded {
            decoder.recode(&scanner, fields, start: rowStart, count: raw.count)
            fields = decoder.buffer
            rowStart = 0
        }
        return .fields
    }

    /// Rejects the line at which a row begins that has no end, and goes on behind that line.
    private func rejectLine(hasLimit: Bool) throws(DatasetError) -> RowRejection {
        let reason =
            hasLimit
            ? "the row does not end within \(options.rowLimit) bytes; is a quote not closed?"
            : "a quote is opened and never closed"
        var (end, next) = LineBreaks.first(in: input, position..<filled, isLast: isAtEnd)
        raw = position..<end
        let rejection = rejection(reason)
        // A line that does not end within the limit is passed over in pieces.
        while next == nil, !isAtEnd {
            position = end
            try readMore()
            (end, next) = LineBreaks.first(in: input, position..<filled, isLast: isAtEnd)
        }
        position = next ?? filled
        nextLine += 1
        return rejection
    }

    private func rejection(_ reason: String) -> RowRejection {
        RowRejection(line: line, reason: reason, raw: unsafe Array(rawRow.bytes))
    }

    /// Moves the unfinished row to the front and reads behind it.
    private func readMore() throws(DatasetError) {
        input.moveToFront(position..<filled)
        filled -= position
        position = 0
        input.reserve(min(filled * 2, options.rowLimit) + options.chunkSize, keeping: filled)
        let wanted = input.capacity - filled
        let count = try source.read(into: input, at: filled, atMost: wanted)
        filled += count
        bytesRead += count
        isAtEnd = count == 0
    }
}
