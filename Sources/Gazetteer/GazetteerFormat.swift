/// The layout of the compiled gazetteer, read in place.
///
/// All numbers are little-endian and need no alignment. After the header follow, without gaps:
///
/// 1. *places*, 24 bytes each: GeoNames id (0: none), parent row (all ones: none), latitude and longitude in 1/100,000
///    degrees, population, and the place of the name in section 5 with the kind in the top four bits. The rows that have
///    a GeoNames id come first, by id.
/// 2. *names*, 8 bytes a slot: an open-addressing hash table from folded names. A slot holds the low half of the hash
///    (0: empty) and either a posting (top bit set) or the index of the first posting of several.
/// 3. *postings*, 4 bytes each: see ``Posting``. The last of a list has the top bit set.
/// 4. *first words*, 4 bytes a slot: 28 bits of the hash of a name's first word (0: empty) and, in the low four
///    bits, the most words that a name with this first word has.
/// 5. *text*: for each place a length byte, the name in UTF-8, a length byte and the ISO code (alpha-2 of countries,
///    3166-2 of regions, else empty).
///
/// Codes of countries and regions are names too, behind an equals sign, which no folded name has: `=UA`, `=UA-30`.
enum GazetteerFormat {
    /// The eight bytes at the start: "Dateline gazetteer".
    static let magic: UInt64 = 0x5A47_454E_494C_5444  // "DTLINEGZ"
    /// Raised whenever the layout or the hash changes.
    static let version: UInt32 = 1
    static let headerSize = 64
    static let placeSize = 24
    static let nameSlotSize = 8
    static let postingSize = 4
    static let wordSlotSize = 4
    static let noParent = UInt32.max
    /// In a name slot's second half and in a posting: this is the only or last posting.
    static let lastPosting: UInt32 = 1 << 31
    /// Bits of the place of a name in the text section; the kind is above.
    static let nameOffsetBits: UInt32 = 28
    static let mostPlaces = 1 << 19
    static let mostWords = 15

    /// The numbers of rows and slots, as they stand in the header after magic and version.
    struct Header: Equatable {
        var placeCount = 0
        /// How many places have a GeoNames id.
        var geonameCount = 0
        var nameSlotCount = 0
        var postingCount = 0
        var wordSlotCount = 0
        var textSize = 0

        var namesOffset: Int { headerSize + placeCount * placeSize }
        var postingsOffset: Int { namesOffset + nameSlotCount * nameSlotSize }
        var wordsOffset: Int { postingsOffset + postingCount * postingSize }
        var textOffset: Int { wordsOffset + wordSlotCount * wordSlotSize }
        var size: Int { textOffset + textSize }
    }

    /// The slot where the search for a hash begins.
    static func slot(of hash: UInt64, count: Int) -> Int {
        Int((UInt64(hash >> 32) * UInt64(count)) >> 32)
    }

    /// What a name slot holds of a hash; never 0.
    static func nameFingerprint(of hash: UInt64) -> UInt32 {
        max(1, UInt32(truncatingIfNeeded: hash))
    }

    /// What a first-word slot holds of a hash, in the high 28 bits; never 0.
    static func wordFingerprint(of hash: UInt64) -> UInt32 {
        max(16, UInt32(truncatingIfNeeded: hash) & ~15)
    }

    /// One place under one name, in 31 bits: 19 of place, 3 of name kind, 1 for capitals, 8 of score.
    struct Posting: Equatable {
        var place: UInt32
        var kind: NameKind
        var requiresCapitals: Bool
        /// The score in 1/255.
        var score: UInt8

        var packed: UInt32 {
            place << 12 | UInt32(kind.rawValue) << 9 | (requiresCapitals ? 1 << 8 : 0) | UInt32(score)
        }
    }
}

extension GazetteerFormat.Posting {
    init?(packed: UInt32) {
        guard let kind = NameKind(rawValue: UInt8(packed >> 9 & 7)) else { return nil }
        self.init(
            place: packed >> 12 & 0x7FFFF,
            kind: kind,
            requiresCapitals: packed >> 8 & 1 == 1,
            score: UInt8(packed & 0xFF)
        )
    }

    /// The match that the posting stands for.
    var match: NameMatch {
        NameMatch(
            place: PlaceID(index: place),
            kind: kind,
            score: Double(score) / 255,
            requiresCapitals: requiresCapitals
        )
    }
}
