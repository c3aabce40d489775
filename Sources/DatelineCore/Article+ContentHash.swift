extension Article {
    /// A digest of what makes two articles the same: body, title, publisher, address and day of publication.
    ///
    /// The path, the language and the day of the last change are left out: a file that is moved is no other article, nor
    /// is one that was saved again unchanged. Each part is preceded by
    /// its length, so that no text can pass for another part.
    public var contentHash: [UInt8] {
        var digest = SHA256()
        for part in [body, title, publisher, url, published?.description] {
            guard let part else {
                digest.update("-".utf8)
                continue
            }
            digest.update("\(part.utf8.count):".utf8)
            digest.update(part.utf8)
        }
        return digest.finished()
    }
}
