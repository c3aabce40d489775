/// Reads documents of JSON: one article, a list of articles, an object with such a list, or several of these.
///
/// A list at the top is read article by article, so that it may be of any size.
public struct JSONReader: ArticleReader {
    /// The largest object with articles inside, 32 MB; lists may be larger.
    static let objectLimit = 32 << 20

    /// `json`.
    public let fileExtensions = ["json"]
    private let map: ArticleMap

    /// Creates a reader.
    public init(map: ArticleMap = .standard) {
        self.map = map
    }

    /// Whether a file begins with a brace or a bracket.
    public func recognises(_ opening: ArraySlice<UInt8>) -> Bool {
        let first = opening.first { $0 > 0x20 }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// The records of a file; named by their numbers, `news.json:3`, unless the file is one article.
    public func records(in file: ByteStream, defaults: ArticleDefaults) -> ArticleRecords {
        file.decodeText()
        var values = JSONCutter(file)
        var waiting: [ArticleRecord] = []
        var number = 0
        return ArticleRecords { _ in
            while true {
                if let record = waiting.popLast() { return record }
                guard let piece = values.next() else { return nil }
                number += 1
                let place = RecordPlace(path: file.path, number: number)
                switch piece {
                case .element(let bytes):
                    return map.record(ofJSON: bytes, at: place, defaults: defaults)
                case .document(let bytes):
                    let records = documents(bytes, at: place, isOnly: values.isAtEnd, defaults: defaults)
                    number += records.count - 1
                    waiting = records.reversed()
                case .tooLarge:
                    return ArticleRecord(fault: values.isInList ? place.tooLarge : JSONReader.tooLarge(place))
                case .cut:
                    return ArticleRecord(fault: place.fault(.damaged, "the file ends inside the record"))
                }
            }
        }
    }

    /// The records of an object: itself, or those of its list.
    private func documents(
        _ bytes: [UInt8],
        at place: RecordPlace,
        isOnly: Bool,
        defaults: ArticleDefaults
    ) -> [ArticleRecord] {
        let value: JSONValue
        do {
            value = try JSONValue(bytes, at: place)
        } catch {
            return [ArticleRecord(fault: error)]
        }
        if case .object(let members) = value, !map.hasText(members), let list = map.list(in: members) {
            return list.enumerated().map { offset, element in
                let place = RecordPlace(path: place.path, number: (place.number ?? 1) + offset)
                return map.record(of: element, at: place, defaults: defaults)
            }
        }
        var place = place
        if isOnly, place.number == 1 { place.number = nil }
        return [map.record(of: value, at: place, defaults: defaults)]
    }

    private static func tooLarge(_ place: RecordPlace) -> ArticleError {
        let reason =
            "an object larger than \(objectLimit >> 20) MB is not taken apart; write its list as JSON Lines,"
            + " by jq -c '.articles[]' for one"
        return place.fault(.tooLarge, reason)
    }
}
