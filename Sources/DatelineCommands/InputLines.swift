import Articles
import Foundation

/// The lines of a file or of the standard input, drawn as they come.
final class InputLines {
    /// One line that is not blank.
    struct Line: Sendable {
        /// Its number, from 1.
        var number: Int
        /// Its bytes without the line feed; nil where it is longer than ``InputLines/limit``.
        var bytes: [UInt8]?

        /// How much of the width of a run it takes up.
        var size: Int { JobsOptions.size(of: bytes?.count ?? 0) }
    }

    /// The longest line that is taken: an article of 8 MB of which every byte is escaped.
    static let limit = 48 * 1024 * 1024

    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    /// Where the next line begins in the buffer, and how far no line feed was found.
    private var start = 0
    private var searched = 0
    private var number = 0
    private var isOverlong = false
    private var isAtEnd = false

    /// Opens a file, or the standard input for `-`.
    init(_ path: String) throws(ArticleError) {
        self.path = path
        descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
    }

    deinit {
        if descriptor > STDIN_FILENO { close(descriptor) }
    }

    /// The next line; nil at the end, and where the line is not there yet and may not be waited for.
    func next(mayWait: Bool = true) throws(ArticleError) -> Line? {
        while true {
            if let line = takeLine() {
                if let bytes = line.bytes, bytes.allSatisfy({ $0 <= UInt8(ascii: " ") }) { continue }
                return line
            }
            if isAtEnd { return nil }
            guard mayWait || isReadable else { return nil }
            try fill()
        }
    }

    private func takeLine() -> Line? {
        let end: Int
        if let feed = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
            end = feed
        } else {
            searched = buffer.count
            if searched - start > InputLines.limit {
                isOverlong = true
                (start, searched) = (0, 0)
                buffer.removeAll(keepingCapacity: true)
            }
            guard isAtEnd, start < buffer.count || isOverlong else { return nil }
            end = buffer.count
        }
        number += 1
        defer {
            start = min(end + 1, buffer.count)
            searched = start
            isOverlong = false
        }
        return Line(number: number, bytes: isOverlong ? nil : Array(buffer[start..<end]))
    }

    private var isReadable: Bool {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&state, 1, 0) > 0
    }

    /// Reads what has come, and waits for it where nothing has.
    private func fill() throws(ArticleError) {
        buffer.removeSubrange(..<start)
        searched -= start
        start = 0
        let count = buffer.count
        let piece = max(1 << 16, count)
        buffer += repeatElement(0, count: piece)
        let read = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe Foundation.read(descriptor, bytes.baseAddress.map { unsafe $0 + count }, piece)
        }
        buffer.removeLast(piece - max(0, read))
        if read < 0, errno != EINTR { throw failure() }
        isAtEnd = read == 0
    }

    private func failure() -> ArticleError {
        ArticleError(.unreadable, path: path, reason: unsafe String(cString: strerror(errno)).lowercased())
    }
}
