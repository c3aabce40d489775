import Files

/// An open file, or something like it, that is read from front to back.
@safe
final class FileSource {
    let name: String
    private let reading: (UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int

    /// Opens a file, or the standard input for `-`.
    convenience init(path: String) throws(DatasetError) {
        do {
            self.init(try InputFile(path: path), name: path)
        } catch {
            throw DatasetError(file: path, line: nil, reason: error.reason)
        }
    }

    /// Reads from a descriptor that stays its owner's.
    convenience init(descriptor: Int32, name: String) {
        self.init(InputFile(descriptor: descriptor), name: name)
    }

    private convenience init(_ file: InputFile, name: String) {
        unsafe self.init(name: name) { buffer throws(DatasetError) in
            do throws(InputFailure) {
                return try unsafe file.read(into: buffer)
            } catch {
                throw DatasetError(file: name, line: nil, reason: error.reason)
            }
        }
    }

    /// Reads what something else hands out.
    init(name: String, _ reading: @escaping (UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int) {
        self.name = name
        unsafe self.reading = reading
    }

    /// Reads at most so many bytes behind the first `used` of a buffer; 0 at the end.
    func read(into buffer: RowBuffer, at used: Int, atMost limit: Int) throws(DatasetError) -> Int {
        precondition(used + limit <= buffer.capacity)
        return try unsafe reading(UnsafeMutableRawBufferPointer(start: buffer.base + used, count: limit))
    }
}
