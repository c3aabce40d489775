import CPrefetch

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Remembers for the bytes of some columns what they came to, so that it is worked out once per distinct value.
///
/// An open hash table over the bytes of the columns, which it keeps and compares: no two values are ever taken for one.
@safe
final class KeyTable {
    private struct Slot {
        /// Where the bytes are in ``keys``.
        var key: Int
        var hash: UInt32
        /// What they came to; negative for a free slot.
        var value: Int32
    }

    private let columns: [Int]
    private var slots: UnsafeMutablePointer<Slot>
    private var mask = 1023
    private var count = 0
    private let keys = RowBuffer(capacity: 1 << 14)
    private var used = 0
    private var pending: UInt32 = 0

    init(columns: [Int]) {
        self.columns = columns
        unsafe slots = KeyTable.emptySlots(mask + 1)
    }

    deinit {
        unsafe slots.deallocate()
    }

    /// Begins to look for the row's columns.
    ///
    /// This and ``fetch()`` ask the memory for what ``find(_:)`` is going to read, which several tables then wait for
    /// together.
    func seek(_ rows: DelimitedReader) {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for column in columns { hash = unsafe KeyTable.mix(hash, rows.bytes(column)) }
        pending = UInt32(truncatingIfNeeded: hash ^ hash >> 32)
        unsafe prefetch(slots + (Int(pending) & mask))
    }

    /// Goes on with ``seek(_:)``.
    func fetch() {
        unsafe prefetch(keys.base + slots[Int(pending) & mask].key)
    }

    /// What the row's columns came to, behind ``seek(_:)`` and ``fetch()``; nil when they have not been met.
    func find(_ rows: DelimitedReader) -> Int? {
        var index = Int(pending) & mask
        while true {
            let slot = unsafe slots[index]
            if slot.value < 0 { return nil }
            if slot.hash == pending, isEqual(slot.key, rows) { return Int(slot.value) }
            index = (index + 1) & mask
        }
    }

    /// Remembers a value, not below zero, for the row for which ``find(_:)`` has just found none.
    func insert(_ value: Int, _ rows: DelimitedReader) {
        if count * 2 > mask { grow() }
        place(Slot(key: used, hash: pending, value: Int32(value)))
        count += 1
        for column in columns {
            let bytes = unsafe rows.bytes(column)
            keys.reserve(used + bytes.count + 4, keeping: used)
            unsafe UnsafeMutableRawPointer(keys.base + used).storeBytes(of: UInt32(bytes.count), as: UInt32.self)
            if let address = bytes.baseAddress {
                unsafe (keys.base + used + 4).update(from: address, count: bytes.count)
            }
            used += 4 + bytes.count
        }
    }

    private func isEqual(_ key: Int, _ rows: DelimitedReader) -> Bool {
        var position = key
        for column in columns {
            let bytes = unsafe rows.bytes(column)
            let length = unsafe UnsafeRawPointer(keys.base + position).loadUnaligned(as: UInt32.self)
            guard Int(length) == bytes.count else { return false }
            position += 4
            if let address = bytes.baseAddress, unsafe memcmp(address, keys.base + position, bytes.count) != 0 {
                return false
            }
            position += bytes.count
        }
        return true
    }

    private func place(_ slot: Slot) {
        var index = Int(slot.hash) & mask
        while unsafe slots[index].value >= 0 { index = (index + 1) & mask }
        unsafe slots[index] = slot
    }

    private func grow() {
        let (old, size) = unsafe (slots, mask + 1)
        mask = size * 2 - 1
        unsafe slots = KeyTable.emptySlots(mask + 1)
        for index in 0..<size where unsafe old[index].value >= 0 { place(unsafe old[index]) }
        unsafe old.deallocate()
    }

    private static func emptySlots(_ size: Int) -> UnsafeMutablePointer<Slot> {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
        unsafe slots.initialize(repeating: Slot(key: 0, hash: 0, value: -1), count: size)
        return unsafe slots
    }

    /// Mixes the bytes of a field into a hash, eight at a time.
    ///
    /// Bytes behind the field are loaded and masked out.
    @inline(__always)
    static func mix(_ start: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = start ^ UInt64(truncatingIfNeeded: bytes.count)
        guard let base = bytes.baseAddress else { return fold(hash) }
        let address = unsafe UnsafeRawPointer(base)
        var position = 0
        while position + 8 <= bytes.count {
            hash = fold(hash ^ (unsafe address.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
            position += 8
        }
        let rest = bytes.count - position
        guard rest > 0 else { return fold(hash) }
        let word = unsafe address.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let mask = UInt64.max >> UInt64(64 - rest * 8)
        return fold(hash ^ (UInt64(littleEndian: word) & mask))
    }

    @inline(__always)
    private static func fold(_ word: UInt64) -> UInt64 {
        let (high, low) = (word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return high ^ low
    }
}
