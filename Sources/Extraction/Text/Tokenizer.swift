import DatelineCore

/// Cuts bytes into words, numbers and marks.
///
/// Dotted initials ("U.S.") and listed abbreviations ("Oct.") keep their full stop; hyphens stand alone; a unit
/// that touches its number ("20km") is a word of its own; a possessive ("Russia's") is a token after its word.
struct Tokenizer {
    let bytes: [UInt8]
    let abbreviations: WordSet
    /// The first words of the tables that the text is read with; nil for any.
    let firstWords: FirstWords?

    mutating func tokenize(_ block: ByteRange, into tokens: inout [Token]) {
        var position = block.lowerBound
        var space = false
        while position < block.upperBound {
            let byte = bytes[position]
            if byte <= 32 || isNoBreakSpace(position) {
                position += byte <= 32 ? 1 : 2
                space = true
                continue
            }
            let start = position
            let kind: TokenKind
            if isDigit(byte) {
                position = endOfNumber(from: position, before: block.upperBound)
                kind = .number
            } else if isLetter(at: position) {
                position = endOfWord(from: position, before: block.upperBound)
                kind = .word
            } else if let end = endOfPossessive(from: position, before: block.upperBound), !space, !tokens.isEmpty {
                position = end
                kind = .possessive
            } else {
                position += isDoubled(position, before: block.upperBound) ? 2 : scalarLength(byte)
                kind = .punctuation
            }
            tokens.append(token(start..<min(position, block.upperBound), kind, space))
            position = min(position, block.upperBound)
            space = false
        }
    }

    private func token(_ range: ByteRange, _ kind: TokenKind, _ space: Bool) -> Token {
        let first = bytes[range.lowerBound]
        var isAllCapitals = false
        let lower: Word =
            switch kind {
            case .number: number(range)
            case .possessive: "'s"
            case .punctuation: mark(range)
            case .word: folded(range, &isAllCapitals)
            }
        return Token(
            range: range,
            lower: lower,
            tables: firstWords?.tables(of: lower) ?? .max,
            kind: kind,
            isCapitalised: (65...90).contains(first)
                || (first == 0xC3 && (0x80...0x9E).contains(bytes[range.lowerBound + 1]))
                || (first == 0xC4 || first == 0xC5) && kind == .word,
            isAllCapitals: isAllCapitals,
            spaceBefore: space
        )
    }

    /// A number's digits and points.
    private func number(_ range: ByteRange) -> Word {
        var word = Word()
        for index in range where bytes[index] != UInt8(ascii: ",") { word.append(bytes[index]) }
        return word
    }

    /// A word as look-ups want it; the full stop of an abbreviation goes, those of initials stay.
    private func folded(_ range: ByteRange, _ isAllCapitals: inout Bool) -> Word {
        var word = Word()
        var capitals = 0
        var others = 0
        var isPlain = true
        let end = range.upperBound - (endsInItsOnlyStop(range) ? 1 : 0)
        for index in range.lowerBound..<end {
            let byte = bytes[index]
            switch byte {
            case 97...122:
                others += 1
                word.append(byte)
            case 65...90:
                capitals += 1
                word.append(byte + 32)
            case 128...:
                others += 1
                isPlain = false
            case UInt8(ascii: "'"), UInt8(ascii: "`"): continue
            default: word.append(byte)
            }
        }
        isAllCapitals = capitals >= 2 && others == 0
        return isPlain ? word : Word(NameFolding.fold(bytes[range]))
    }

    private func endsInItsOnlyStop(_ range: ByteRange) -> Bool {
        bytes[range.upperBound - 1] == UInt8(ascii: ".") && !bytes[range].dropLast().contains(UInt8(ascii: "."))
    }

    /// A mark with its variants made one: all dashes but the hyphen are "–", all quotation marks their straight form.
    private func mark(_ range: ByteRange) -> Word {
        let mark = Word(bytes[range])
        return switch mark {
        case "“", "”", "«", "»", "„", "''", "``": "\""
        case "‘", "’": "'"
        case "–", "—", "―", "−": "–"
        case "‐", "‑": "-"
        case "•", "·", "▪", "●": "•"
        default: mark
        }
    }

    private func endOfNumber(from start: Int, before end: Int) -> Int {
        var position = start
        while position < end {
            let byte = bytes[position]
            if isDigit(byte) {
                position += 1
            } else if byte == UInt8(ascii: ","), position + 3 < end + 0, isGroup(at: position + 1, before: end) {
                position += 4
            } else if byte == UInt8(ascii: "."), position + 1 < end, isDigit(bytes[position + 1]) {
                position += 1
            } else {
                break
            }
        }
        return position
    }

    /// Whether exactly three digits stand here.
    private func isGroup(at position: Int, before end: Int) -> Bool {
        guard position + 2 < end, (0..<3).allSatisfy({ isDigit(bytes[position + $0]) }) else { return false }
        return position + 3 >= end || !isDigit(bytes[position + 3])
    }

    private func endOfWord(from start: Int, before end: Int) -> Int {
        var position = start
        while position < end {
            let byte = bytes[position]
            if isLetter(at: position) {
                position += scalarLength(byte)
            } else if isDigit(byte) {
                position += 1
            } else if let length = apostrophe(at: position), position + length < end, position > start,
                isLetter(at: position + length), endOfPossessive(from: position, before: end) == nil
            {
                position += length
            } else if byte == UInt8(ascii: "."), keepsFullStop(start..<position, before: end) {
                position += 1
            } else {
                break
            }
        }
        return position
    }

    /// Whether a full stop after these bytes belongs to the word: initials and abbreviations.
    private func keepsFullStop(_ word: ByteRange, before end: Int) -> Bool {
        if hasOnlyInitials(word) {
            let next = word.upperBound + 1
            let more = next + 1 < end && isLetter(at: next) && bytes[next + 1] == UInt8(ascii: ".")
            if more || word.count > 1 { return true }
            // A single initial before a surname: "J. Smith".
            let initial = bytes[word.lowerBound]
            return (65...90).contains(initial) && initial != UInt8(ascii: "I") && next + 1 < end && bytes[next] == 32
                && (65...90).contains(bytes[next + 1])
        }
        var lower = Word()
        for index in word { lower.append((65...90).contains(bytes[index]) ? bytes[index] + 32 : bytes[index]) }
        return abbreviations.contains(lower)
    }

    /// Whether a word is single bytes with full stops between.
    private func hasOnlyInitials(_ word: ByteRange) -> Bool {
        var length = 0
        for index in word {
            length = bytes[index] == UInt8(ascii: ".") ? 0 : length + 1
            if length > 1 { return false }
        }
        return true
    }

    /// The end of "'s", or of an apostrophe alone after an s.
    private func endOfPossessive(from position: Int, before end: Int) -> Int? {
        guard let length = apostrophe(at: position) else { return nil }
        let next = position + length
        if next < end, bytes[next] == UInt8(ascii: "s"), next + 1 >= end || !isLetter(at: next + 1) { return next + 1 }
        if position > 0, bytes[position - 1] == UInt8(ascii: "s"), next >= end || bytes[next] == 32,
            length == 3 || length == 1
        {
            return next
        }
        return nil
    }

    private func apostrophe(at position: Int) -> Int? {
        if bytes[position] == UInt8(ascii: "'") || bytes[position] == UInt8(ascii: "`") { return 1 }
        guard position + 2 < bytes.count, bytes[position] == 0xE2, bytes[position + 1] == 0x80 else { return nil }
        return bytes[position + 2] == 0x98 || bytes[position + 2] == 0x99 ? 3 : nil
    }

    /// Whether two apostrophes stand for a quotation mark: ''so''.
    private func isDoubled(_ position: Int, before end: Int) -> Bool {
        (bytes[position] == UInt8(ascii: "'") || bytes[position] == UInt8(ascii: "`"))
            && position + 1 < end && bytes[position + 1] == bytes[position]
    }

    private func isNoBreakSpace(_ position: Int) -> Bool {
        bytes[position] == 0xC2 && position + 1 < bytes.count && bytes[position + 1] == 0xA0
    }

    private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// Letters: ASCII and everything beyond it that is no punctuation (U+2000 to U+206F and U+00A1 to U+00BF).
    private func isLetter(at position: Int) -> Bool {
        let byte = bytes[position]
        if byte < 128 { return (65...90).contains(byte) || (97...122).contains(byte) }
        if byte == 0xC2 { return false }
        if byte == 0xE2, position + 1 < bytes.count {
            return bytes[position + 1] > 0x82 && bytes[position + 1] < 0x84 ? false : bytes[position + 1] > 0xAF
        }
        return byte >= 0xC3
    }

    private func scalarLength(_ byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    }
}
