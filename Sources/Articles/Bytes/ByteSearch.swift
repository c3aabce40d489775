#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension [UInt8] {
    /// The place of the first of some bytes that are the same, from a place on; nil where there is none.
    ///
    /// The C library looks at many bytes at once.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard start < count else { return nil }
        return unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = unsafe memchr(base + start, Int32(byte), count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// The place behind the first of some bytes that come one behind another, from a place on; nil where they do not come.
    func firstEnd(of mark: some Collection<UInt8>, from start: Int) -> Int? {
        guard let first = mark.first else { return start }
        var index = start
        while let found = firstIndex(of: first, from: index) {
            if self[found...].starts(with: mark) { return found + mark.count }
            index = found + 1
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes are UTF-8 throughout.
    ///
    /// Only what is not ASCII is looked at by itself: next to nothing of most pages.
    var isUTF8: Bool {
        var index = startIndex
        while let start = firstIndexBeyondASCII(from: index) {
            index = self[start...].firstIndex { $0 < 0x80 } ?? endIndex
            guard (try? UTF8Span(validating: self[start..<index].span)) != nil else { return false }
        }
        return true
    }

    /// The place of the first byte that is not ASCII, from a place on; nil where all are.
    func firstIndexBeyondASCII(from start: Int) -> Int? {
        unsafe withUnsafeBytes { bytes in
            var offset = start - startIndex
            // Eight at once, as long as there are eight.
            while offset + 8 <= bytes.count,
                unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            { offset += 8 }
            return unsafe bytes[offset...].firstIndex { $0 >= 0x80 }.map { startIndex + $0 }
        }
    }
}
