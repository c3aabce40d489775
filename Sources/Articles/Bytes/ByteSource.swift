/// Bytes that come from somewhere, in order: from a file, or out of a compressed one.
protocol ByteSource: AnyObject {
    /// How many bytes there are in all, where that is known beforehand.
    var size: Int? { get }
    /// Whether some may be there without waiting, or the end.
    var isReady: Bool { get }

    /// Appends some bytes, at least one and at most `limit`; none at the end.
    ///
    /// Does not wait for more than the first byte, so that a pipe's lines are handed on as they come.
    ///
    /// - Returns: how many bytes were appended.
    func append(to bytes: inout [UInt8], atMost limit: Int) throws(ArticleError) -> Int
}
