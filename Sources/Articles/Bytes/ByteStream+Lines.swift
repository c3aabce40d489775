#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension ByteStream {
    /// A line without its line feed.
    enum Line {
        case line([UInt8])
        /// A line above the limit, which was passed over.
        case tooLong
    }

    /// Takes the next line; nil at the end of the file, and where the line is not there yet and may not be waited for.
    func nextLine(limit: Int, mayWait: Bool = true) -> Line? {
        var searched = 0
        while true {
            if let count = lineLength(from: searched) {
                defer { skip(count + 1) }
                return count > limit ? .tooLong : .line(Array(unread.prefix(count)))
            }
            searched = unread.count
            if searched > limit {
                passLine()
                return .tooLong
            }
            guard mayWait || isReady else { return nil }
            if readMore() { continue }
            guard searched > 0 else { return nil }
            let line = Array(unread)
            skip(searched)
            return .line(line)
        }
    }

    private func passLine() {
        repeat {
            if let count = lineLength(from: 0) { return skip(count + 1) }
            skip(unread.count)
        } while readMore()
    }

    /// How many bytes there are before the next line feed; nil where none has been read.
    private func lineLength(from searched: Int) -> Int? {
        unsafe unread.withUnsafeBytes { bytes in
            guard searched < bytes.count, let start = bytes.baseAddress,
                let end = unsafe memchr(start + searched, 0x0A, bytes.count - searched)
            else { return nil }
            return unsafe UnsafeRawPointer(end) - start
        }
    }
}
