/// Knows the words of time and manner that stand between a source and its verb, or after both.
struct SourceTimes {
    let document: Document

    /// The end of what stands before adverbs and times: "the army ⟨on Tuesday also⟩ said".
    func skipAdverbs(before verb: Int, from lower: Int) -> Int {
        var end = verb
        while end > lower {
            let word = document.word(end - 1)
            if SourceWords.adverbs.contains(word) || SourceWords.helpers.contains(word)
                || word.hasSuffix("ly") && !SourceWords.nouns.contains(word)
            {
                end -= 1
            } else if SourceWords.times.contains(word), let start = startOfTime(endingAt: end, from: lower) {
                end = start
            } else {
                break
            }
        }
        return end
    }

    /// Whether a phrase after a preposition tells how or when it was said: "on Telegram", "in a statement".
    func opensStatement(at index: Int) -> Bool {
        var index = index
        while ["a", "an", "the", "its", "his", "her", "their"].contains(document.word(index)) { index += 1 }
        if SourceWords.channels.contains(document.word(index)) || SourceWords.times.contains(document.word(index)) {
            return true
        }
        guard document.tokens.indices.contains(index) else { return false }
        return SourceWords.channels.contains(document.word(index + 1)) && !document.tokens[index].isCapitalised
    }

    private func startOfTime(endingAt end: Int, from lower: Int) -> Int? {
        var start = end - 1
        while start > lower, end - start < 5 {
            let word = document.word(start - 1)
            if ["on", "late", "early", "this", "last", "in", "by", "that"].contains(word) {
                start -= 1
                while start > lower, ["on", "earlier", "later", "late", "early"].contains(document.word(start - 1)) {
                    start -= 1
                }
                return start
            }
            guard SourceWords.times.contains(word) || word == "the" || document.tokens[start - 1].kind == .number
            else { break }
            start -= 1
        }
        let isWeekday = document.word(end - 1).hasSuffix("day") && document.tokens[end - 1].isCapitalised
        return isWeekday ? end - 1 : nil
    }
}
