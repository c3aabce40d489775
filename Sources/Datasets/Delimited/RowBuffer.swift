/// Bytes at a fixed address that grow on demand: what a file is read into, and what rows are decoded into.
///
/// Every ``RowText`` keeps its buffer alive, so a text that is read too late is stale but never freed memory.
@safe
final class RowBuffer {
    /// Bytes behind the capacity that may be read, and are meaningless, when eight or sixteen are loaded at once.
    static let padding = 16

    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        unsafe base = .allocate(capacity: capacity + RowBuffer.padding)
        unsafe base.initialize(repeating: 0, count: capacity + RowBuffer.padding)
    }

    deinit {
        unsafe base.deallocate()
    }

    /// Makes room for at least so many bytes and keeps the first of them that are in use.
    func reserve(_ wanted: Int, keeping used: Int) {
        guard wanted > capacity else { return }
        let larger = max(wanted, capacity * 2)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + RowBuffer.padding)
        unsafe moved.initialize(repeating: 0, count: larger + RowBuffer.padding)
        unsafe moved.update(from: base, count: used)
        unsafe base.deallocate()
        unsafe base = moved
        capacity = larger
    }

    /// Moves the bytes of a range to the front.
    func moveToFront(_ range: Range<Int>) {
        unsafe base.update(from: base + range.lowerBound, count: range.count)
    }
}
