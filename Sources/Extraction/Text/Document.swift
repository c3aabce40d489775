import DatelineCore
import Gazetteer

/// An article's body as bytes, tokens and sentences.
struct Document: Sendable {
    let bytes: [UInt8]
    private(set) var tokens: [Token]
    let sentences: [Sentence]

    /// Reads a text; with the first words of tables only those tables may be used on it.
    init(_ body: String, abbreviations: WordSet, firstWords: FirstWords? = nil) {
        bytes = Array(body.utf8)
        var tokens: [Token] = []
        // News has a word or mark every five bytes.
        tokens.reserveCapacity(bytes.count / 4)
        var sentences: [Sentence] = []
        var tokenizer = Tokenizer(bytes: bytes, abbreviations: abbreviations, firstWords: firstWords)
        let splitter = SentenceSplitter(bytes: bytes)
        for (paragraph, block) in splitter.paragraphs().enumerated() {
            let first = tokens.count
            tokenizer.tokenize(block, into: &tokens)
            for range in splitter.sentences(of: tokens, in: first..<tokens.count) {
                let bytes = tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
                sentences.append(
                    Sentence(number: sentences.count + 1, range: bytes, tokens: range, paragraph: paragraph)
                )
            }
        }
        self.tokens = tokens
        self.sentences = sentences
    }

    /// Gives words of a text in capitals the case that was found for them.
    mutating func setCase(_ marks: [CaseRestorer.Mark]) {
        for index in tokens.indices where marks[index] != .untouched {
            tokens[index].isCapitalised = marks[index] != .small
            tokens[index].isAllCapitals = marks[index] == .acronym
        }
    }

    /// The text of a range of bytes.
    func text(_ range: ByteRange) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The bytes from the first to the last of some tokens.
    func bytes(of tokens: Range<Int>) -> ByteRange {
        self.tokens[tokens.lowerBound].range.lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
    }

    /// The text from the first to the last of some tokens.
    func text(of tokens: Range<Int>) -> String {
        text(bytes(of: tokens))
    }

    /// The text from the first to the last of some tokens on one line.
    func name(of tokens: Range<Int>) -> String {
        // Only these bytes begin line breaks; most names have none and need not be cut by characters.
        let mayBreak = bytes[bytes(of: tokens)].contains { (10...13).contains($0) || $0 == 0xC2 || $0 == 0xE2 }
        guard mayBreak else { return text(of: tokens) }
        return text(of: tokens).split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(separator: " ")
    }

    /// The folded word of a token, or an empty one beyond the ends.
    func word(_ index: Int) -> Word {
        tokens.indices.contains(index) ? tokens[index].lower : ""
    }

    /// What a token is; nil beyond the ends.
    func kind(_ index: Int) -> TokenKind? {
        tokens.indices.contains(index) ? tokens[index].kind : nil
    }

    /// Appends a token to a name as the gazetteer has it: folded, without full stops.
    func appendName(_ token: Token, to name: inout NameHash) {
        let slice = bytes[token.range]
        if token.kind == .word, slice.contains(where: { $0 >= 128 }) {
            for byte in NameFolding.fold(slice) where byte != UInt8(ascii: ".") { name.append(byte) }
            return
        }
        for byte in slice {
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: "`"): continue
            default: name.append((65...90).contains(byte) ? byte + 32 : byte)
            }
        }
    }

    /// Whether a full stop is in a token or ends it: initials, an abbreviation.
    func hasStop(_ index: Int) -> Bool {
        bytes[tokens[index].range].contains(UInt8(ascii: "."))
    }

    /// The hash of a token alone as the gazetteer's name.
    func nameHash(of token: Token) -> NameHash {
        var name = NameHash()
        appendName(token, to: &name)
        return name
    }

    /// A number's digits and points, without the commas between thousands.
    func number(_ token: Token) -> String {
        String(decoding: bytes[token.range].lazy.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self)
    }

    /// A number's value, without the commas between thousands; nil for one with two points.
    func value(_ token: Token) -> Double? {
        var value = 0
        for byte in bytes[token.range] where byte != UInt8(ascii: ",") {
            guard (48...57).contains(byte), value < 1_000_000_000_000 else { return Double(number(token)) }
            value = value * 10 + Int(byte - 48)
        }
        return Double(value)
    }

    /// The sentence that holds a token.
    func sentence(ofToken index: Int) -> Int {
        var low = 0
        var high = sentences.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if sentences[middle].tokens.lowerBound <= index { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
