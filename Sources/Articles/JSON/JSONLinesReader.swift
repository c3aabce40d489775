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
        var number = 0
        return ArticleRecords {
            while let line = file.nextLine(limit: ArticleReaders.sizeLimit) {
                number += 1
                let place = RecordPlace(path: file.path, number: number)
                guard case .line(let bytes) = line else {
                    return ArticleRecord(fault: place.tooLarge)
                }
                if bytes.allSatisfy({ $0 <= 0x20 }) { continue }
                // What is left of a line before the fault of its file is no fault by itself.
                if file.isCut, file.unread.isEmpty { return nil }
                return map.record(ofJSON: bytes, at: place, defaults: defaults)
            }
            return nil
        }
    }
}
