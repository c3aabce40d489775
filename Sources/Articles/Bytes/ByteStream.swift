/// The bytes of one file from front to back, no more of them in memory than its reader asks for.
public final class ByteStream {
    /// The path as it was given; `-` for the standard input.
    public let path: String
    /// How much is read at once.
    private static let chunkSize = 1 << 18

    private var source: any ByteSource
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private var fault: ArticleError?

    /// Opens a file, or the standard input for `-`; a compressed one gives its expanded bytes.
    package init(path: String) throws(ArticleError) {
        self.path = path
        source = try FileSource(path: path)
        _ = try source.append(to: &buffer, atMost: ByteStream.chunkSize)
        if GzipSource.recognises(buffer) {
            source = GzipSource(source, begun: buffer, path: path)
            buffer = []
            readMore()
        }
    }

    /// Turns what follows into UTF-8, by its byte order mark, by what is declared or by how it begins.
    func decodeText(declared: CharacterEncoding? = nil) {
        let mark = EncodingDetector.mark(unread)
        if let mark { skip(mark.length) }
        let encoding = mark?.encoding ?? EncodingDetector.encoding(unread, declared: declared)
        guard encoding != .utf8 else { return }
        source = DecodedSource(source, begun: Array(unread), encoding: encoding)
        buffer = []
        position = 0
        isAtEnd = false
    }

    /// What has been read and not yet been taken.
    var unread: ArraySlice<UInt8> { buffer[position...] }

    /// How the file begins, in UTF-8 whatever it is encoded in, without a byte order mark.
    var opening: ArraySlice<UInt8> {
        let mark = EncodingDetector.mark(unread)
        let sample = unread.dropFirst(mark?.length ?? 0).prefix(1 << 16)
        return (mark?.encoding ?? EncodingDetector.encoding(sample)).decode(sample)[...]
    }

    /// Whether the file ended before its end, being damaged, cut off or failing.
    ///
    /// What came before was handed out.
    var isCut: Bool { fault != nil }

    /// Why the file ended before its end; said once.
    package func takeFault() -> ArticleError? {
        fault.take()
    }

    /// Takes bytes off the front of ``unread``.
    func skip(_ count: Int) {
        position += count
        precondition(position <= buffer.count, "only what has been read can be taken")
    }

    /// Moves some bytes, at least one, into a buffer and gives their number; 0 at the end of the file.
    func take(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        if unread.isEmpty { readMore() }
        let count = min(unread.count, buffer.count)
        unsafe buffer.copyBytes(from: unread.prefix(count))
        skip(count)
        return count
    }

    /// Whether more can be read without waiting, or is known not to come.
    var isReady: Bool { isAtEnd || source.isReady }

    /// Reads on; false at the end of the file.
    @discardableResult
    func readMore() -> Bool {
        guard !isAtEnd else { return false }
        buffer.removeSubrange(..<position)
        position = 0
        do {
            if try source.append(to: &buffer, atMost: ByteStream.chunkSize) > 0 { return true }
        } catch {
            fault = error
        }
        isAtEnd = true
        return false
    }

    /// The whole of a file that holds one article.
    func whole(limit: Int) throws(ArticleError) -> [UInt8] {
        if let size = source.size, size > limit { throw tooLarge("\(size) bytes", limit: limit) }
        let more = source is GzipSource ? "more once it is expanded" : "more"
        while readMore() {
            guard unread.count <= limit else { throw tooLarge(more, limit: limit) }
        }
        if let fault = takeFault() { throw fault }
        guard unread.count <= limit else { throw tooLarge(more, limit: limit) }
        return Array(unread)
    }

    private func tooLarge(_ found: String, limit: Int) -> ArticleError {
        let reason = "larger than an article may be: \(found), the limit is \(limit) bytes (\(limit >> 20) MB)"
        return ArticleError(.tooLarge, path: path, reason: reason)
    }
}
