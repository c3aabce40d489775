#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An open file, or something like it, that is read from front to back.
@safe
final class FileSource {
    let name: String
    private let descriptor: Int32
    private let isOwned: Bool
    private let reading: ((UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int)?

    /// Opens a file, or the standard input for `-`.
    init(path: String) throws(DatasetError) {
        name = path
        unsafe reading = nil
        guard path != "-" else {
            descriptor = STDIN_FILENO
            isOwned = false
            return
        }
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        isOwned = true
        guard descriptor >= 0 else { throw FileSource.failure(path) }
        var status = stat()
        if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw DatasetError(file: path, line: nil, reason: "is a folder")
        }
    }

    /// Reads from a descriptor that stays its owner's.
    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
        isOwned = false
        unsafe reading = nil
    }

    /// Reads what something else hands out.
    init(name: String, _ reading: @escaping (UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int) {
        descriptor = -1
        self.name = name
        isOwned = false
        unsafe self.reading = reading
    }

    deinit {
        if isOwned, descriptor >= 0 { close(descriptor) }
    }

    /// Reads at most so many bytes behind the first `used` of a buffer; 0 at the end.
    func read(into buffer: RowBuffer, at used: Int, atMost limit: Int) throws(DatasetError) -> Int {
        precondition(used + limit <= buffer.capacity)
        if let reading = unsafe reading {
            return try unsafe reading(UnsafeMutableRawBufferPointer(start: buffer.base + used, count: limit))
        }
        while true {
            let count = unsafe systemRead(descriptor, buffer.base + used, limit)
            if count >= 0 { return count }
            if errno != EINTR { throw FileSource.failure(name) }
        }
    }

    private func systemRead(_ file: Int32, _ address: UnsafeMutableRawPointer, _ count: Int) -> Int {
        #if canImport(Darwin)
        unsafe Darwin.read(file, address, count)
        #elseif canImport(Musl)
        unsafe Musl.read(file, address, count)
        #else
        unsafe Glibc.read(file, address, count)
        #endif
    }

    private static func failure(_ path: String) -> DatasetError {
        let reason = unsafe String(cString: strerror(errno))
        return DatasetError(file: path, line: nil, reason: reason.prefix(1).lowercased() + reason.dropFirst())
    }
}
