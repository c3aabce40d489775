import CNettle

/// The SHA-256 digest (FIPS 180-4), for telling contents apart.
public struct SHA256: Sendable {
    private var context = sha256_ctx()

    /// Starts a digest.
    public init() {
        unsafe nettle_sha256_init(&context)
    }

    /// The digest of some bytes, 32 bytes.
    public static func digest(of bytes: some Sequence<UInt8>) -> [UInt8] {
        var digest = SHA256()
        digest.update(bytes)
        return digest.finished()
    }

    /// Takes in further bytes.
    public mutating func update(_ bytes: some Sequence<UInt8>) {
        let isTaken: Void? = bytes.withContiguousStorageIfAvailable { unsafe take($0) }
        if isTaken == nil { unsafe Array(bytes).withUnsafeBufferPointer { unsafe take($0) } }
    }

    private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe nettle_sha256_update(&context, bytes.count, bytes.baseAddress)
    }

    /// The digest of all bytes taken in, 32 bytes.
    public consuming func finished() -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { buffer, count in
            unsafe nettle_sha256_digest(&context, Int(SHA256_DIGEST_SIZE), buffer.baseAddress)
            count = Int(SHA256_DIGEST_SIZE)
        }
    }
}
