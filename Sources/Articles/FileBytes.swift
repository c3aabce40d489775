#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Reads whole files by the system's own calls: with a limit, from pipes too, and with the system's reason on failure.
///
/// The one place of this module that touches memory by address.
enum FileBytes {
    /// The bytes of a file, or of the standard input for `-`.
    static func read(_ path: String, limit: Int) throws(ArticleError) -> [UInt8] {
        guard path != "-" else { return try drain(STDIN_FILENO, path: path, expected: 0, limit: limit) }
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw failure(path) }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw ArticleError(.unreadable, path: path, reason: "is a folder")
        }
        guard Int(status.st_size) <= limit else { throw tooLarge(path, limit: limit, size: Int(status.st_size)) }
        return try drain(file, path: path, expected: Int(status.st_size), limit: limit)
    }

    /// Whether a path leads to a pipe, a socket or a device, which may never end.
    static func isEndless(_ path: String) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
    }

    private static func drain(
        _ file: Int32,
        path: String,
        expected: Int,
        limit: Int
    ) throws(ArticleError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected + 1)
        var chunk = [UInt8](repeating: 0, count: min(max(expected + 1, 4096), 1 << 20))
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes { unsafe systemRead(file, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw failure(path)
            }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= limit else { throw tooLarge(path, limit: limit, size: nil) }
        }
    }

    private static func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        #if canImport(Darwin)
        unsafe Darwin.read(file, buffer, count)
        #elseif canImport(Musl)
        unsafe Musl.read(file, buffer, count)
        #else
        unsafe Glibc.read(file, buffer, count)
        #endif
    }

    private static func failure(_ path: String) -> ArticleError {
        let reason = unsafe String(cString: strerror(errno))
        let hint = path.unicodeScalars.contains("\u{FFFD}") ? " (its name is not UTF-8)" : ""
        return ArticleError(.unreadable, path: path, reason: reason.lowercasedFirst + hint)
    }

    private static func tooLarge(_ path: String, limit: Int, size: Int?) -> ArticleError {
        let found = size.map { "\($0) bytes" } ?? "more"
        let reason = "larger than an article may be: \(found), the limit is \(limit) bytes (\(limit >> 20) MB)"
        return ArticleError(.tooLarge, path: path, reason: reason)
    }
}

extension String {
    fileprivate var lowercasedFirst: String {
        prefix(1).lowercased() + dropFirst()
    }
}
