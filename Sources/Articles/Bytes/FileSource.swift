import Files

/// An open file, or the standard input.
final class FileSource: ByteSource {
    private let path: String
    private let file: InputFile
    private var chunk: [UInt8] = []

    /// Opens a file, or the standard input for `-`.
    init(path: String) throws(ArticleError) {
        self.path = path
        do throws(InputFailure) {
            file = try InputFile(path: path)
        } catch {
            throw FileSource.fault(error, path)
        }
    }

    var size: Int? { file.size }
    var isReady: Bool { file.isReady }

    func append(to bytes: inout [UInt8], atMost limit: Int) throws(ArticleError) -> Int {
        // No more than the file has, so that small files need little memory.
        let wanted = min(limit, max(4096, size ?? limit))
        if chunk.count < wanted { chunk = [UInt8](repeating: 0, count: wanted) }
        let result = unsafe chunk.withUnsafeMutableBytes { buffer in
            Result { () throws(InputFailure) in
                try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
            }
        }
        do throws(InputFailure) {
            let count = try result.get()
            bytes.append(contentsOf: chunk[..<count])
            return count
        } catch {
            throw FileSource.fault(error, path)
        }
    }

    private static func fault(_ failure: InputFailure, _ path: String) -> ArticleError {
        let hint = path.unicodeScalars.contains("\u{FFFD}") ? " (its name is not UTF-8)" : ""
        return ArticleError(.unreadable, path: path, reason: failure.reason + hint)
    }
}
