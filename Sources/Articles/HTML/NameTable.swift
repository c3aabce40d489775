/// Values by short names; looking one up costs a few nanoseconds, for it is done for every word of a page's markup.
///
/// Open addressing: a name is at its hash or in one of the slots behind it, before the first free one.
struct NameTable<Value: Sendable>: Sendable {
    private var slots: [(name: PackedName, value: Value)?]
    private let mask: Int

    /// Creates a table; of two values of a name the former counts.
    init(_ pairs: some Collection<(PackedName, Value)>) {
        var capacity = 8
        while capacity < 4 * pairs.count { capacity *= 2 }
        slots = Array(repeating: nil, count: capacity)
        mask = capacity - 1
        for (name, value) in pairs {
            var slot = name.shortHash & mask
            while let taken = slots[slot]?.name, taken != name { slot = (slot + 1) & mask }
            if slots[slot] == nil { slots[slot] = (name, value) }
        }
    }

    /// The value of a name.
    subscript(_ name: PackedName) -> Value? {
        var slot = name.shortHash & mask
        while let found = slots[slot] {
            if found.name == name { return found.value }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
