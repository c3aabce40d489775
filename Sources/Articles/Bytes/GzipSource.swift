import CZlib

/// The expanded bytes of a gzip file, of one member or of several behind one another.
///
/// A file that is cut off or damaged gives what came before, then the fault. So does one that expands to more than
/// ``ratioLimit`` times its size: only files made to harm do.
@safe
final class GzipSource: ByteSource {
    /// How many times its size a file may expand to, above ``freeSize``.
    ///
    /// Text expands to 3 to 20 times.
    static let ratioLimit = 200
    /// Up to how many bytes a file may expand whatever its size: 64 MB.
    static let freeSize = 64 << 20

    let size: Int? = nil
    var isReady: Bool { position < input.count || source.isReady }
    private let source: any ByteSource
    private let path: String
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var input: [UInt8]
    private var position = 0
    private var bytesRead: Int
    private var bytesMade = 0
    private var chunk: [UInt8] = []
    private var state = State.inMember

    private enum State {
        /// Inside a member, whose end must come.
        case inMember
        /// Behind a member: another may follow, or the end.
        case betweenMembers
        case ended
    }

    /// Whether a file that begins so is one of gzip.
    static func recognises(_ opening: some Collection<UInt8>) -> Bool {
        opening.starts(with: [0x1F, 0x8B, 0x08])
    }

    /// Expands a source of which the first bytes have been read.
    init(_ source: any ByteSource, begun: [UInt8], path: String) {
        self.source = source
        self.path = path
        input = begun
        bytesRead = begun.count
        unsafe stream.initialize(to: z_stream())
        unsafe precondition(CZlib_inflateInitGzip(stream) == Z_OK, "zlib has no memory")
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    func append(to bytes: inout [UInt8], atMost limit: Int) throws(ArticleError) -> Int {
        if chunk.count < limit { chunk = [UInt8](repeating: 0, count: limit) }
        while state != .ended {
            if position == input.count {
                input.removeAll(keepingCapacity: true)
                position = 0
                let count = try source.append(to: &input, atMost: limit)
                bytesRead += count
                if count == 0 {
                    let isWhole = state == .betweenMembers
                    state = .ended
                    if isWhole { return 0 }
                    throw fault("the compressed file is cut off after \(bytesMade) expanded bytes")
                }
            }
            guard beginMember() else { break }
            let made = try inflateSome(limit)
            guard made > 0 else { continue }
            bytes.append(contentsOf: chunk[..<made])
            return made
        }
        state = .ended
        return 0
    }

    /// Goes on inside a member, or into the next; false where what follows is none, which gzip passes over too.
    private func beginMember() -> Bool {
        guard state == .betweenMembers else { return true }
        guard input[position] == 0x1F, unsafe inflateReset(stream) == Z_OK else { return false }
        state = .inMember
        return true
    }

    /// Expands into the chunk; how many bytes it made.
    private func inflateSome(_ limit: Int) throws(ArticleError) -> Int {
        let (result, taken, made) = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe chunk.withUnsafeMutableBufferPointer { output in
                unsafe stream.pointee.next_in = input.baseAddress.map { unsafe $0 + position }
                unsafe stream.pointee.avail_in = UInt32(input.count - position)
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = UInt32(limit)
                let result = unsafe inflate(stream, Z_SYNC_FLUSH)
                let taken = unsafe input.count - position - Int(stream.pointee.avail_in)
                return unsafe (result, taken, limit - Int(stream.pointee.avail_out))
            }
        }
        position += taken
        bytesMade += made
        switch result {
        case Z_STREAM_END:
            state = .betweenMembers
        case Z_OK, Z_BUF_ERROR:
            break
        default:
            state = .ended
            throw fault("the compressed file is damaged after \(bytesMade) expanded bytes")
        }
        if bytesMade > GzipSource.freeSize, bytesMade / GzipSource.ratioLimit > bytesRead {
            state = .ended
            let reason =
                "the compressed file expands to more than \(GzipSource.ratioLimit) times its size, and to more than"
                + " \(GzipSource.freeSize >> 20) MB, as only files made to harm do; if it is sound, expand it by gunzip"
            throw ArticleError(.tooLarge, path: path, reason: reason)
        }
        return made
    }

    private func fault(_ reason: String) -> ArticleError {
        ArticleError(.damaged, path: path, reason: reason)
    }
}
