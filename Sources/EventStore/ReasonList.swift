import DatelineCore
import Foundation

/// The reasons of an event as they are stored: JSON, for each an array of its field, its rule and, where the rule read
/// words, their first byte and the one behind the last.
enum ReasonList {
    /// The reasons in their order; nil for none.
    static func json(_ reasons: [Reason]) -> String? {
        guard !reasons.isEmpty else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(reasons.count * 40)
        for reason in reasons {
            bytes += (bytes.isEmpty ? "[[" : ",[").utf8
            append(reason.field.rawValue, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            append(reason.rule, to: &bytes)
            if let range = reason.range { bytes += ",\(range.lowerBound),\(range.upperBound)".utf8 }
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(UInt8(ascii: "]"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What ``json(_:)`` wrote.
    static func reasons(_ json: String?) throws -> [Reason] {
        guard let json else { return [] }
        return try JSONDecoder().decode([Entry].self, from: Data(json.utf8)).map(\.reason)
    }

    private struct Entry: Decodable {
        let reason: Reason

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            let field = try values.decode(EventField.self)
            let rule = try values.decode(String.self)
            guard !values.isAtEnd else {
                reason = Reason(field: field, rule: rule)
                return
            }
            let (start, end) = (try values.decode(Int.self), try values.decode(Int.self))
            guard start <= end else {
                throw DecodingError.dataCorruptedError(
                    in: values,
                    debugDescription: "a range that ends before it starts"
                )
            }
            reason = Reason(field: field, rule: rule, range: start..<end)
        }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        bytes += text.utf8
        // Rules and fields have nothing to escape.
        if bytes[start...].contains(where: { escaped($0) != nil }) {
            bytes.replaceSubrange(start..., with: text.utf8.flatMap { escaped($0) ?? [$0] })
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escaped(_ byte: UInt8) -> [UInt8]? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
        case ..<0x20: Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
        default: nil
        }
    }
}
