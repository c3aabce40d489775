#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An open file, or the standard input, read from front to back by the system's own calls.
@safe
public final class InputFile {
    /// How many bytes it has; nil for pipes and devices, which may have any number.
    public let size: Int?
    private let descriptor: Int32
    private let isOwned: Bool

    /// Opens a file, or the standard input for `-`.
    public init(path: String) throws(InputFailure) {
        guard path != "-" else {
            (descriptor, isOwned, size) = (STDIN_FILENO, false, nil)
            return
        }
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw InputFailure() }
        var status = stat()
        let isKnown = unsafe fstat(file, &status) == 0
        guard isKnown, status.st_mode & S_IFMT != S_IFDIR else {
            let failure = isKnown ? InputFailure("is a folder") : InputFailure()
            close(file)
            throw failure
        }
        (descriptor, isOwned) = (file, true)
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    /// Reads from an open descriptor, which stays its owner's.
    public init(descriptor: Int32) {
        (self.descriptor, isOwned, size) = (descriptor, false, nil)
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Whether some bytes may be read without waiting, or the end is there.
    public var isReady: Bool {
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&state, 1, 0) > 0
    }

    /// Puts what is there, at least one byte, into a buffer and gives the number; 0 at the end.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        while true {
            #if canImport(Darwin)
            let count = unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
            let count = unsafe Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #else
            let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if count >= 0 { return count }
            if errno != EINTR { throw InputFailure() }
        }
    }

    /// Whether a path leads to a pipe, a socket or a device, which may never end.
    public static func isEndless(_ path: String) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
    }
}

/// Why a file cannot be read.
public struct InputFailure: Error, Hashable, Sendable {
    /// The reason in words: `no such file or directory`.
    public let reason: String

    init(_ reason: String) {
        self.reason = reason
    }

    /// What the system's last call failed at.
    init() {
        let reason = unsafe String(cString: strerror(errno))
        self.reason = reason.prefix(1).lowercased() + reason.dropFirst()
    }
}
