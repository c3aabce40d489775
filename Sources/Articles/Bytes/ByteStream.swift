/// The bytes of one file from front to back, no more of them in memory than its reader asks for.
public final class ByteStream {
    /// The path as it was given; `-` for the standard input.
    public let path: String
    /// How much is read at once.
    private static let chunkSize = 1 << 18

    private let source: any ByteSource
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    private var fault: ArticleError?

    /// Opens a file, or the standard input for `-`.
    convenience init(path: String) throws(ArticleError) {
        self.init(try FileSource(path: path), path: path)
    }

    /// Reads from a source.
    init(_ source: any ByteSource, path: String) {
        self.source = source
        self.path = path
    }

    /// What has been read and not yet been taken.
    var unread: ArraySlice<UInt8> { buffer[position...] }

    /// Whether the file ended before its end, being damaged, cut off or failing.
    ///
    /// What came before was handed out.
    var isCut: Bool { fault != nil }

    /// Why the file ended before its end; said once.
    func takeFault() -> ArticleError? {
        fault.take()
    }

    /// How the file begins: what a first read gives.
    func opening() -> ArraySlice<UInt8> {
        if unread.isEmpty { readMore() }
        return unread
    }

    /// Takes bytes off the front of ``unread``.
    func skip(_ count: Int) {
        position += count
        precondition(position <= buffer.count, "only what has been read can be taken")
    }

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
        while readMore() {
            guard unread.count <= limit else { throw tooLarge("more", limit: limit) }
        }
        if let fault = takeFault() { throw fault }
        guard unread.count <= limit else { throw tooLarge("more", limit: limit) }
        return Array(unread)
    }

    private func tooLarge(_ found: String, limit: Int) -> ArticleError {
        let reason = "larger than an article may be: \(found), the limit is \(limit) bytes (\(limit >> 20) MB)"
        return ArticleError(.tooLarge, path: path, reason: reason)
    }
}
