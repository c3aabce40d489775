/// Cuts a sentence into the clauses that each of its sources answers for.
struct SpeechScopes {
    let document: Document
    let sentence: Range<Int>

    /// The scopes of a sentence's cues, in their order.
    func ranges(of cues: [SpeechCue]) -> [[Range<Int>]] {
        cues.indices.map { index in
            let cue = cues[index]
            let previous = index > 0 ? cues[index - 1] : nil
            let next = index + 1 < cues.count ? cues[index + 1] : nil
            var ranges: [Range<Int>] = []
            if cue.position != .before {
                let start = clauseStart(before: cue, previous: previous)
                if start < cue.start { ranges.append(start..<cue.start) }
            }
            let end = clauseEnd(after: cue, next: next)
            if cue.end < end { ranges.append(cue.end..<end) }
            return ranges
        }
    }

    /// Where the clause begins that a source at its end answers for.
    private func clauseStart(before cue: SpeechCue, previous: SpeechCue?) -> Int {
        // A quotation that ends before its speaker is all the speaker's, whoever is quoted inside.
        if cue.start - 1 > sentence.lowerBound, document.word(cue.start - 1) == "\"" {
            let inside = sentence.lowerBound..<cue.start - 1
            return inside.last { document.word($0) == "\"" }.map { $0 + 1 } ?? sentence.lowerBound
        }
        let lower = previous.map { max($0.end, sentence.lowerBound) } ?? sentence.lowerBound
        guard lower < cue.start else { return cue.start }
        let inside = lower..<cue.start
        if let stop = inside.last(where: { document.word($0) == ";" }) { return stop + 1 }
        guard previous != nil else { return lower }
        // After another source only the last clause is meant: "X said A, while B, Y said".
        return inside.last { index in
            document.word(index) == "," && ["while", "but", "and", "whereas"].contains(document.word(index + 1))
        }.map { $0 + 1 } ?? lower
    }

    /// Where the clause ends that a source before it answers for.
    private func clauseEnd(after cue: SpeechCue, next: SpeechCue?) -> Int {
        var upper = sentence.upperBound
        if let next {
            upper = max(cue.end, next.position == .before ? next.start : clauseStart(before: next, previous: cue))
            if next.position == .before {
                while upper > cue.end,
                    [",", ";", "and", "but", "while", "which", "whereas", "who"].contains(document.word(upper - 1))
                {
                    upper -= 1
                }
            }
            // "X said A, B, said Y" leaves X its clause: without a separator the inner source takes the rest.
            if next.position != .before, upper <= cue.end { upper = cue.end }
        }
        guard cue.end < upper else { return upper }
        return (cue.end..<upper).first { isOwnVoice(at: $0) } ?? upper
    }

    /// Whether the writer's own remark begins here: ", a claim …", ", although …", ", which has often …".
    private func isOwnVoice(at index: Int) -> Bool {
        guard document.word(index) == "," else { return false }
        let first = document.word(index + 1)
        let second = document.word(index + 2)
        if first == "although" || first == "though" { return true }
        if first == "a" || first == "an" {
            return ["claim", "figure", "charge", "assertion", "accusation", "allegation", "toll"].contains(second)
        }
        return first == "which" && (second == "has" || second == "denies" || second == "denied")
    }
}
