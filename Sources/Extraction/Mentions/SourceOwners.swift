import DatelineCore

/// Reads whose body it is: "Kyiv's air force", "the ministry of health in Gaza", "the Houthi-run ministry".
struct SourceOwners {
    let document: Document
    let lexicon: SourceLexicon

    /// The words that a body's name takes from the phrase around it.
    func owner(
        of body: Range<Int>,
        in range: Range<Int>,
        nationality: SourceLexicon.Nationality
    ) -> (name: String, country: String?)? {
        let before = range.lowerBound..<body.lowerBound
        let after = body.upperBound..<range.upperBound
        if let run = side(in: before) { return (run, nil) }
        for part in [before, after] {
            guard let match = lexicon.countries.matches(document, in: part).last else { continue }
            let country = match.value
            if nationality == .place, country.form == .capital {
                return (document.text(of: match.tokens), country.code)
            }
            return (country.adjective, country.code)
        }
        if nationality == .place || !lexicon.bodies.matches(document, in: before).isEmpty {
            if let place = capitals(in: before) ?? capitals(in: after) { return (place, nil) }
        }
        return nil
    }

    /// The words of a phrase that hide a place: bodies with their countries, and countries that own something.
    func names(in range: Range<Int>) -> [Range<Int>] {
        let bodies = lexicon.bodies.matches(document, in: range)
        var names = bodies.filter { $0.value.nationality != .place }.map(\.tokens)
        for country in lexicon.countries.matches(document, in: range) {
            let next = country.tokens.upperBound
            let owns = next < range.upperBound && document.word(next) == "'s"
            let qualifies = bodies.contains {
                $0.tokens.lowerBound >= next && $0.tokens.lowerBound - next <= 2
                    && ($0.value.nationality == .country || country.value.form != .capital)
            }
            if owns && country.value.form != .capital || qualifies { names.append(country.tokens) }
        }
        return names.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// "Hamas-run", "Kurdish-led".
    private func side(in range: Range<Int>) -> String? {
        guard let end = range.last, range.count >= 3,
            ["run", "led", "backed", "controlled", "affiliated", "linked", "held"].contains(document.word(end)),
            document.word(end - 1) == "-"
        else { return nil }
        return document.text(of: end - 2..<end + 1)
    }

    private func capitals(in range: Range<Int>) -> String? {
        let start = range.first { index in
            let token = document.tokens[index]
            return token.isCapitalised && !SourceWords.determiners.contains(token.lower)
                && !SourceWords.prepositions.contains(token.lower)
        }
        guard let start else { return nil }
        var end = start + 1
        while end < range.upperBound, document.tokens[end].isCapitalised || document.word(end) == "-" { end += 1 }
        return document.text(of: start..<end)
    }
}
