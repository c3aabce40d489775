import DatelineCore

/// Finds paragraphs by line breaks and sentences by end marks.
struct SentenceSplitter {
    let bytes: [UInt8]

    /// The blocks between blank lines; a line that ends a heading or begins a list item stands alone.
    func paragraphs() -> [ByteRange] {
        var blocks: [ByteRange] = []
        var start: Int?
        var end = 0
        // Telex breaks its lines anywhere: only blank ones and end marks part the text.
        let isTelex = !bytes.contains { (97...122).contains($0) }
        for line in lines() {
            let trimmed = trim(line)
            if trimmed.isEmpty {
                if let open = start { blocks.append(open..<end) }
                start = nil
                continue
            }
            if let open = start, isBoundary(after: open..<end, before: trimmed, isTelex: isTelex) {
                blocks.append(open..<end)
                start = nil
            }
            if start == nil { start = trimmed.lowerBound }
            end = trimmed.upperBound
        }
        if let open = start { blocks.append(open..<end) }
        return blocks
    }

    /// The sentences of one paragraph, as ranges of token indices.
    func sentences(of tokens: [Token], in range: Range<Int>) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let token = tokens[index]
            var end = index + 1
            if end - start >= SentenceSplitter.longest {
                sentences.append(start..<end)
                start = end
                index = end
                continue
            }
            guard endsSentence(token, at: index, of: tokens, before: range.upperBound) else {
                index += 1
                continue
            }
            while end < range.upperBound, closes(tokens[end]) { end += 1 }
            if end >= range.upperBound || beginsSentence(tokens, at: end) {
                sentences.append(start..<end)
                start = end
            }
            index = end
        }
        if start < range.upperBound { sentences.append(start..<range.upperBound) }
        return sentences
    }

    /// The most tokens of a sentence; no prose has more, and lists without a full stop must not cost their square.
    private static let longest = 400

    private func endsSentence(_ token: Token, at index: Int, of tokens: [Token], before end: Int) -> Bool {
        if token.kind == .punctuation { return SentenceSplitter.endMarks.contains(token.lower) }
        // Initials at a sentence's end: "… in the U.S. The …"; "p.m." likewise.
        guard token.kind == .word, bytes[token.range.upperBound - 1] == UInt8(ascii: "."), index + 1 < end else {
            return false
        }
        let initials = token.lower.hasStop
        return initials && SentenceSplitter.openers.contains(tokens[index + 1].lower) && tokens[index + 1].isCapitalised
    }

    private static let endMarks: WordSet = [".", "!", "?", "…"]

    /// Words that, capitalised after initials, begin a sentence rather than go on with a name.
    private static let openers: WordSet = [
        "the", "a", "an", "it", "he", "she", "they", "we", "i", "in", "on", "at", "but", "and", "this", "that", "these",
        "those", "no", "there", "later", "earlier", "police", "two", "three", "after", "some", "residents", "officials",
    ]

    private func closes(_ token: Token) -> Bool {
        token.kind == .punctuation && !token.spaceBefore && ["\"", "'", ")", "]", ".", "!", "?"].contains(token.lower)
            || token.kind == .possessive && token.range.count <= 3 && !token.spaceBefore && token.range.count != 2
    }

    private func beginsSentence(_ tokens: [Token], at index: Int) -> Bool {
        let token = tokens[index]
        guard token.spaceBefore else { return false }
        if token.isCapitalised || token.kind == .number || token.lower == "\"" || token.lower == "(" { return true }
        if token.lower == "•" || token.lower == "–" || token.lower == "'" { return true }
        // Names such as "al-Shabab" may open a sentence in small letters.
        return token.lower == "al" && index + 1 < tokens.count && tokens[index + 1].lower == "-"
    }

    private func lines() -> [ByteRange] {
        var lines: [ByteRange] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == 10 {
            lines.append(start..<index)
            start = index + 1
        }
        lines.append(start..<bytes.count)
        return lines
    }

    private func trim(_ line: ByteRange) -> ByteRange {
        var lower = line.lowerBound
        var upper = line.upperBound
        while lower < upper, bytes[lower] <= 32 { lower += 1 }
        while upper > lower, bytes[upper - 1] <= 32 { upper -= 1 }
        return lower..<upper
    }

    /// Whether a line break inside a block of lines separates: a finished or short line, or a list item after it.
    private func isBoundary(after block: ByteRange, before line: ByteRange, isTelex: Bool) -> Bool {
        let last = bytes[block.upperBound - 1]
        if [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\"")].contains(
            last
        ) {
            return true
        }
        var lineStart = block.upperBound
        while lineStart > block.lowerBound, bytes[lineStart - 1] != 10 { lineStart -= 1 }
        if !isTelex, block.upperBound - lineStart < 50 { return true }
        let first = bytes[line.lowerBound]
        return first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == 0xE2
    }
}
