/// The lines of a file that are not blank, drawn as they come.
package struct InputLines {
    /// One line, without its line feed.
    package struct Line: Sendable {
        /// Its number, from 1.
        package var number: Int
        /// Its bytes; nil where there are more of them than the limit.
        package var bytes: [UInt8]?
    }

    private let file: ByteStream
    private let limit: Int
    private var number = 0

    /// Draws from a file; of a line above the limit, in bytes, nothing is kept.
    package init(_ file: ByteStream, limit: Int) {
        self.file = file
        self.limit = limit
    }

    /// The next line; nil at the end of the file, and where the line is not there yet and may not be waited for.
    package mutating func next(mayWait: Bool = true) -> Line? {
        while let line = file.nextLine(limit: limit, mayWait: mayWait) {
            number += 1
            guard case .line(let bytes) = line else { return Line(number: number, bytes: nil) }
            if bytes.allSatisfy({ $0 <= 0x20 }) { continue }
            // What is left of a line before the fault of its file is no fault by itself.
            if file.isCut, file.unread.isEmpty { return nil }
            return Line(number: number, bytes: bytes)
        }
        return nil
    }
}
