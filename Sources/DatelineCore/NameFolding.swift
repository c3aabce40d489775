/// The form in which names of places are compared: lower-case letters without marks, words joined by one space.
///
/// `Kyïv` and `KYIV` fold to `kyiv`, `Sana'a` to `sanaa`, `Port-au-Prince` to `port au prince`, `U.S.` to `us`. The
/// gazetteer's keys are folded when it is built and the text when it is read, both by this one function.
/// Works on UTF-8; letters of other scripts are kept as they are, so they equal nothing in Latin script.
public enum NameFolding {
    /// Folds a name of one or more words.
    ///
    /// - Letters with diacritics become their base letters (Latin-1, Latin Extended, Latin Extended Additional),
    ///   `ß` becomes `ss`, `æ` becomes `ae`, `ł` becomes `l`; combining marks are dropped.
    /// - Marks that look like an apostrophe are dropped.
    /// - Initials with periods join: `D.C.` is `dc`.
    /// - Everything else that is neither letter nor digit separates words.
    public static func fold(_ utf8: some Sequence<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        fold(utf8, into: &folded)
        return folded
    }

    /// Folds a text.
    public static func fold(_ text: String) -> [UInt8] {
        fold(text.utf8)
    }

    /// Folds a name and appends the result to `folded`, for callers that reuse one buffer.
    public static func fold(_ utf8: some Sequence<UInt8>, into folded: inout [UInt8]) {
        let start = folded.count
        var sawPeriod = false
        var scalars = ScalarReader(utf8.makeIterator())
        while let scalar = scalars.next() {
            sawPeriod = append(scalar, to: &folded) || sawPeriod
        }
        joinWords(&folded, from: start, hasPeriods: sawPeriod)
    }

    /// Folds one token of a text: the bytes of one word, without the spaces around it.
    ///
    /// The same as ``fold(_:into:)``, but fast when the word is plain ASCII letters, as most are.
    public static func foldWord(_ utf8: ArraySlice<UInt8>, into folded: inout [UInt8]) {
        let start = folded.count
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                folded.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                folded.append(byte | 0x20)
            default:
                folded.removeSubrange(start...)
                fold(utf8, into: &folded)
                return
            }
        }
    }

    /// The byte between words while folding; periods stay until it is known whether they join initials.
    private static let space = UInt8(ascii: " ")
    private static let period = UInt8(ascii: ".")

    /// Appends what a scalar folds to; true when that was a period.
    private static func append(_ scalar: UInt32, to folded: inout [UInt8]) -> Bool {
        switch scalar {
        case 0x61...0x7A, 0x30...0x39:
            folded.append(UInt8(truncatingIfNeeded: scalar))
        case 0x41...0x5A:
            folded.append(UInt8(truncatingIfNeeded: scalar) | 0x20)
        case 0x2E:
            folded.append(period)
            return true
        case 0x27, 0x60, 0xB4, 0x2018...0x201B, 0x2032, 0x2035, 0x02B0...0x036F, 0xA78C, 0x200B...0x200D, 0xAD:
            break  // apostrophes, modifier letters, combining marks, joiners
        case 0..<0xC0:
            folded.append(space)
        case 0xC0..<0x2B0:
            appendLetters(latin[Int(scalar) - 0xC0], to: &folded)
        case 0x1E00..<0x1F00:
            appendLetters(latinAdditional[Int(scalar) - 0x1E00], to: &folded)
        case 0x2000...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE6F, 0xFF00...0xFF0F, 0xFFF0...0xFFFF, 0x1F000...0x1FFFF:
            folded.append(space)  // punctuation, arrows, symbols
        default:
            folded.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
        }
        return false
    }

    /// Appends the letters that a code of the tables below stands for.
    private static func appendLetters(_ code: UInt8, to folded: inout [UInt8]) {
        switch code {
        case UInt8(ascii: "1"): folded.append(contentsOf: "ae".utf8)
        case UInt8(ascii: "2"): folded.append(contentsOf: "oe".utf8)
        case UInt8(ascii: "3"): folded.append(contentsOf: "ss".utf8)
        case UInt8(ascii: "4"): folded.append(contentsOf: "th".utf8)
        case UInt8(ascii: "5"): folded.append(contentsOf: "ij".utf8)
        case UInt8(ascii: "6"): folded.append(contentsOf: "dz".utf8)
        case UInt8(ascii: "7"): folded.append(contentsOf: "lj".utf8)
        case UInt8(ascii: "8"): folded.append(contentsOf: "nj".utf8)
        case UInt8(ascii: "_"): folded.append(space)
        default: folded.append(code)
        }
    }

    /// Leaves one space between words, none at the ends, and joins initials.
    private static func joinWords(_ folded: inout [UInt8], from start: Int, hasPeriods: Bool) {
        var write = start
        var wordStart = start
        var isInitials = false
        var read = start
        while read < folded.count {
            let byte = folded[read]
            let isLetter = byte != space && byte != period
            if isLetter {
                folded[write] = byte
                write += 1
            } else if hasPeriods, byte == period, isInitials || write - wordStart == 1,
                isLoneLetter(folded, at: read + 1)
            {
                isInitials = true
            } else if write > wordStart {
                folded[write] = space
                write += 1
                wordStart = write
                isInitials = false
            }
            read += 1
        }
        if write > start, folded[write - 1] == space { write -= 1 }
        folded.removeSubrange(write...)
    }

    /// True when a letter or digit stands at the index and none after it.
    private static func isLoneLetter(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index < bytes.count, bytes[index] != space, bytes[index] != period else { return false }
        return index + 1 == bytes.count || bytes[index + 1] == space || bytes[index + 1] == period
    }

    /// Base letters of U+00C0 to U+02AF; `_` is no letter, digits stand for two: see `appendLetters`.
    private static let latin = Array(
        """
        aaaaaa1ceeeeiiiidnooooo_ouuuuy43aaaaaa1ceeeeiiiidnooooo_ouuuuy4y\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkklllllll\
        lllnnnnnnnnnoooooo22rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
        bbbb__occdddd_eaeffgg_iikkl_mnnoooggpprsss__tttuuuvyyzzz_______w\
        ____666777888aaiioouuuuuuuuuueaaaa11ggggkkoooozzj666gg_wnnaa11oo\
        aaaaeeeeiiiioooorrrruuuussttyyhhndoozzaaeeooooooooyylntj__acclts\
        z__buveejjqqrryyaaabocddea_ee__jgggg_hhhiiilll_mmmnnno___rrrrrrr\
        rrss____tuuvv__yzzz______b_ghj_l________________
        """.utf8
    )

    /// Base letters of U+1E00 to U+1EFF.
    private static let latinAdditional = Array(
        """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
        mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
        wwwwwwwwwwxxxxyyzzzzzzhtwyasss3daaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
        eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy
        """.utf8
    )
}

/// Reads scalars from UTF-8, giving U+FFFD for bytes that are none.
private struct ScalarReader<Bytes: IteratorProtocol<UInt8>> {
    private var bytes: Bytes
    private var decoder = UTF8()

    init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    mutating func next() -> UInt32? {
        switch decoder.decode(&bytes) {
        case .scalarValue(let scalar): scalar.value
        case .error: 0xFFFD
        case .emptyInput: nil
        }
    }
}
