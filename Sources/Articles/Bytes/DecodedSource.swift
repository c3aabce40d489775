/// The text of another source in UTF-8.
final class DecodedSource: ByteSource {
    let size: Int? = nil
    var isReady: Bool { source.isReady }
    private let source: any ByteSource
    private let encoding: CharacterEncoding
    private var raw: [UInt8]

    /// Decodes a source of which the first bytes have been read.
    init(_ source: any ByteSource, begun: [UInt8], encoding: CharacterEncoding) {
        self.source = source
        self.encoding = encoding
        raw = begun
    }

    func append(to bytes: inout [UInt8], atMost limit: Int) throws(ArticleError) -> Int {
        while true {
            let whole = raw.dropLast(encoding.unfinished(raw[...]))
            if !whole.isEmpty { return take(whole.count, into: &bytes) }
            // What is left at the end belongs to a character that was cut off.
            if try source.append(to: &raw, atMost: limit) == 0 { return take(raw.count, into: &bytes) }
        }
    }

    private func take(_ count: Int, into bytes: inout [UInt8]) -> Int {
        let text = encoding.decode(raw[..<count])
        raw.removeFirst(count)
        bytes += text
        return text.count
    }
}
