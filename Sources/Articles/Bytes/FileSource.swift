#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An open file, or the standard input, read by the system's own calls and with the system's reasons for a failure.
///
/// The one place of this module that reads files.
final class FileSource: ByteSource {
    private let path: String
    private let descriptor: Int32
    private var chunk: [UInt8] = []
    let size: Int?

    /// Opens a file, or the standard input for `-`.
    init(path: String) throws(ArticleError) {
        self.path = path
        guard path != "-" else {
            descriptor = STDIN_FILENO
            size = nil
            return
        }
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileSource.failure(path) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else {
            let failure = FileSource.failure(path)
            close(file)
            throw failure
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            close(file)
            throw ArticleError(.unreadable, path: path, reason: "is a folder")
        }
        descriptor = file
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    var isReady: Bool {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&state, 1, 0) > 0
    }

    func append(to bytes: inout [UInt8], atMost limit: Int) throws(ArticleError) -> Int {
        // No more than the file has, so that small files need little memory.
        let wanted = min(limit, max(4096, size ?? limit))
        if chunk.count < wanted { chunk = [UInt8](repeating: 0, count: wanted) }
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe systemRead($0.baseAddress, wanted) }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw FileSource.failure(path)
            }
            bytes.append(contentsOf: chunk[..<count])
            return count
        }
    }

    /// Whether a path leads to a pipe, a socket or a device, which may never end.
    static func isEndless(_ path: String) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
    }

    private func systemRead(_ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        #if canImport(Darwin)
        unsafe Darwin.read(descriptor, buffer, count)
        #elseif canImport(Musl)
        unsafe Musl.read(descriptor, buffer, count)
        #else
        unsafe Glibc.read(descriptor, buffer, count)
        #endif
    }

    private static func failure(_ path: String) -> ArticleError {
        let reason = unsafe String(cString: strerror(errno))
        let hint = path.unicodeScalars.contains("\u{FFFD}") ? " (its name is not UTF-8)" : ""
        return ArticleError(.unreadable, path: path, reason: reason.lowercasedFirst + hint)
    }
}

extension String {
    fileprivate var lowercasedFirst: String {
        prefix(1).lowercased() + dropFirst()
    }
}
