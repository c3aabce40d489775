/// A folded word as comparisons and look-ups need it: a hash of its bytes, its length and its last letters.
///
/// Two words are equal when their hashes are. The hash (FNV-1a, 64 bits) is the same in every run; that two words of
/// a text share one by chance is less likely than one in a hundred million. A literal is hashed by the compiler, so
/// that `document.word(index) == "according"` compares two numbers.
struct Word: Sendable {
    /// The hash of the bytes.
    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    /// The last eight bytes, the last one lowest.
    private var tail: UInt64 = 0
    /// The number of scalars, at most 65,535.
    private var length: UInt16 = 0
    /// Whether a full stop is in it: initials, a decimal.
    private(set) var hasStop = false

    /// The empty word.
    @inline(__always) init() {}

    /// A word of folded bytes.
    init(_ folded: some Sequence<UInt8>) {
        for byte in folded { append(byte) }
    }

    /// A word of a folded text.
    init(_ folded: String) {
        self.init(folded.utf8)
    }

    /// Appends a byte.
    @inline(__always) mutating func append(_ byte: UInt8) {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        tail = tail << 8 | UInt64(byte)
        if byte & 0xC0 != 0x80, length < .max { length += 1 }
        if byte == UInt8(ascii: ".") { hasStop = true }
    }

    /// The number of letters, digits or marks.
    var count: Int { Int(length) }

    /// Whether there is nothing: beyond the ends of a text.
    var isEmpty: Bool { length == 0 }

    /// Whether the word ends in some letters: at most eight, all ASCII.
    @inline(__always) func hasSuffix(_ suffix: Word) -> Bool {
        let bits = UInt64(suffix.length) * 8
        return length >= suffix.length && (tail ^ suffix.tail) << (64 - bits) == 0
    }
}

extension Word: Hashable {
    @inline(__always) static func == (first: Word, second: Word) -> Bool { first.hash == second.hash }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension Word: ExpressibleByStringLiteral {
    /// A word of code; the optimiser leaves nothing but its numbers.
    @inline(__always) init(stringLiteral text: StaticString) {
        self.init()
        for index in 0..<text.utf8CodeUnitCount { unsafe append(text.utf8Start[index]) }
    }
}

/// A fixed set of words.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private var index = WordIndex()

    init(_ words: some Sequence<Word>) {
        for word in words { _ = index.insert(word) }
    }

    init(arrayLiteral words: Word...) {
        self.init(words)
    }

    func contains(_ word: Word) -> Bool { index[word] != nil }
}

/// Numbers words in the order in which they are first inserted, by open addressing over their hashes.
struct WordIndex: Sendable {
    private struct Slot: Sendable {
        var hash: UInt64 = 0
        /// The word's number plus one; 0 in an empty slot.
        var next: UInt32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 8)
    /// How many words there are.
    private(set) var count = 0

    /// The number of a word; nil for one that was not inserted.
    @inline(__always) subscript(_ word: Word) -> Int? {
        let slot = slots[position(of: word.hash)]
        return slot.next == 0 ? nil : Int(slot.next) - 1
    }

    /// Inserts a word unless it is there; gives its number.
    mutating func insert(_ word: Word) -> Int {
        if let number = self[word] { return number }
        // At most half of the slots are taken, so that most searches end at the first.
        if (count + 1) * 2 > slots.count { grow() }
        count += 1
        slots[position(of: word.hash)] = Slot(hash: word.hash, next: UInt32(count))
        return count - 1
    }

    /// Where a hash stands or would stand.
    @inline(__always) private func position(of hash: UInt64) -> Int {
        let mask = slots.count - 1
        var position = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while slots[position].next != 0, slots[position].hash != hash { position = (position + 1) & mask }
        return position
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.next != 0 { slots[position(of: slot.hash)] = slot }
    }
}
