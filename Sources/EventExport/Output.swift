#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Collects bytes and hands them to a file descriptor in large pieces.
public final class Output {
    private let descriptor: Int32?
    private let pieceSize = 1 << 16
    /// The bytes that were not handed on yet; all of them where there is no descriptor.
    public private(set) var bytes: [UInt8] = []

    /// Creates an output to a descriptor, or one that keeps everything in memory.
    public init(descriptor: Int32? = nil) {
        self.descriptor = descriptor
        bytes.reserveCapacity(descriptor == nil ? 0 : pieceSize * 2)
    }

    /// What was written so far and not handed on, as text.
    public var text: String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Adds text.
    public func write(_ text: some StringProtocol) throws(OutputError) {
        bytes.append(contentsOf: text.utf8)
        try handOn(unlessFewerThan: pieceSize)
    }

    /// Adds bytes.
    public func write(_ bytes: [UInt8]) throws(OutputError) {
        self.bytes += bytes
        try handOn(unlessFewerThan: pieceSize)
    }

    /// Adds text to the buffer by a function that appends its bytes.
    func write(_ append: (inout [UInt8]) -> Void) throws(OutputError) {
        append(&bytes)
        try handOn(unlessFewerThan: pieceSize)
    }

    /// Hands on what is left.
    public func flush() throws(OutputError) {
        try handOn(unlessFewerThan: 1)
    }

    private func handOn(unlessFewerThan least: Int) throws(OutputError) {
        guard let descriptor, bytes.count >= least else { return }
        var written = 0
        while written < bytes.count {
            let result = unsafe bytes.withUnsafeBytes { buffer in
                unsafe systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
            }
            if result >= 0 {
                written += result
            } else if errno != EINTR {
                throw OutputError(number: errno)
            }
        }
        bytes.removeAll(keepingCapacity: true)
    }
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    unsafe write(descriptor, buffer.baseAddress, buffer.count)
}

/// Why output could not be written.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system's error number.
    public let number: Int32

    /// Whether the reader at the other end went away, which is no failure.
    public var isClosedPipe: Bool { number == EPIPE }

    /// The message.
    public var description: String {
        let reason =
            switch number {
            case ENOSPC: "the disk is full"
            case EPIPE: "the reader went away"
            case EIO: "the device failed"
            default: "system error \(number)"
            }
        return "cannot write the output: \(reason)"
    }
}
