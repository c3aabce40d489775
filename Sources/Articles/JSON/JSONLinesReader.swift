/// Reads JSON Lines: one article a line, as scrapers and queues write them.
///
/// A line that is no JSON, or above ``ArticleReaders/sizeLimit``, is a fault by itself.
public struct JSONLinesReader: ArticleReader {
    /// `jsonl` and `ndjson`.
    public let fileExtensions = ["jsonl", "ndjson"]
    private let map: ArticleMap

    /// Creates a reader.
    public init(map: ArticleMap = .standard) {
        self.map = map
    }

    /// Whether the first line is an object by itself.
    public func recognises(_ opening: ArraySlice<UInt8>) -> Bool {
        guard opening.first == UInt8(ascii: "{"), let end = opening.firstIndex(of: UInt8(ascii: "\n")) else {
            return false
        }
        return (try? JSONParser.value(Array(opening[..<end]))) != nil
    }

    /// The records of a file, named by their lines: `dump.jsonl:17`.
    public func records(in file: ByteStream, defaults: ArticleDefaults) -> ArticleRecords {
        file.decodeText()
        var lines = InputLines(file, limit: ArticleReaders.sizeLimit)
        return ArticleRecords { mayWait in
            guard let line = lines.next(mayWait: mayWait) else { return nil }
            let place = RecordPlace(path: file.path, number: line.number)
            guard let bytes = line.bytes else { return ArticleRecord(fault: place.tooLarge) }
            return map.record(ofJSON: bytes, at: place, defaults: defaults)
        }
    }
}
