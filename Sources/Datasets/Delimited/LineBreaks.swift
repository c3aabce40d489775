#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Line breaks in raw bytes: LF, CR, or both as a pair.
enum LineBreaks {
    /// The number of line breaks in a range, which does not end between CR and LF.
    static func count(in buffer: RowBuffer, _ range: Range<Int>) -> Int {
        let base = unsafe buffer.base + range.lowerBound
        guard
            unsafe memchr(base, Int32(lineFeed), range.count) != nil
                || memchr(base, Int32(carriageReturn), range.count) != nil
        else { return 0 }
        var feeds = 0
        var returns = 0
        let bytes = unsafe UnsafeBufferPointer(start: buffer.base + range.lowerBound, count: range.count)
        for index in bytes.indices {
            let byte = unsafe bytes[index]
            feeds &+= byte == lineFeed ? 1 : 0
            returns &+= byte == carriageReturn ? 1 : 0
        }
        guard returns > 0 else { return feeds }
        var pairs = 0
        for index in bytes.indices.dropLast() where unsafe bytes[index] == carriageReturn {
            pairs += unsafe bytes[index + 1] == lineFeed ? 1 : 0
        }
        return feeds + returns - pairs
    }

    /// Where the first line of a range ends, and where the next begins; nil where the range holds no end.
    static func first(in buffer: RowBuffer, _ range: Range<Int>, isLast: Bool) -> (end: Int, next: Int?) {
        for index in range {
            let byte = unsafe buffer.base[index]
            if byte == lineFeed { return (index, index + 1) }
            guard byte == carriageReturn else { continue }
            guard index + 1 < range.upperBound || isLast else { return (index, nil) }
            let isPair = unsafe index + 1 < range.upperBound && buffer.base[index + 1] == lineFeed
            return (index, index + (isPair ? 2 : 1))
        }
        return (range.upperBound, nil)
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}
