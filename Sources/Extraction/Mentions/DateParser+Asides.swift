import DatelineCore

extension DateParser {
    /// A time named in passing: "the 2003 invasion", "third-quarter sales", "a July meeting", "the 1990s".
    ///
    /// Nothing need have happened then; it stands for the years that follow from it, and for the reader of `annotate`.
    func aside(at start: Int) -> SaidDate? {
        guard mayBeginAside(at: start) else { return nil }
        guard
            let parsed = decade(at: start) ?? quarter(at: start) ?? bareYear(at: start) ?? bareMonth(at: start)
                ?? bareSeason(at: start)
        else {
            return nil
        }
        let isPoint = parsed.rule == "decade" && ["in", "during"].contains(word(start - 1))
        return SaidDate(
            tokens: start..<parsed.end,
            expression: parsed.expression,
            rule: parsed.rule,
            isAside: !isPoint
        )
    }

    /// Whether a time named in passing can begin here; most words begin none.
    private func mayBeginAside(at start: Int) -> Bool {
        let first = text(start) == "the" || text(start) == "that" ? start + 1 : start
        guard first < end else { return false }
        let token = document.tokens[first]
        return token.kind == .number || lexicon.asideOpeners.contains(token) || lexicon.words.begins(with: token)
    }

    /// Every word that such a time begins with, or that follows "the" there, and that is not in the lexicon.
    static let asideOpeners: [Word] = [
        "'", "beginning", "early", "end", "late", "mid", "middle", "start", "year",
    ]

    // MARK: Decades

    /// "1990s", "the early 1990s", "the '90s".
    private func decade(at start: Int) -> Parsed? {
        var index = text(start) == "the" ? start + 1 : start
        if ["early", "late", "mid"].contains(text(index)) { index += text(index + 1) == "-" ? 2 : 1 }
        if text(index) == "'", isTight(index + 1), let short = digits(index + 1), short % 10 == 0, short < 100,
            text(index + 2) == "s", isTight(index + 2)
        {
            return Parsed(end: index + 3, expression: .decade(1900 + short), rule: "decade")
        }
        guard isDecade(index), let year = digits(index) else { return nil }
        return Parsed(end: index + 2, expression: .decade(year), rule: "decade")
    }

    /// Whether the digits of a year and an "s" name ten years.
    func isDecade(_ index: Int) -> Bool {
        guard let number = digits(index), (1500...2090).contains(number), number % 10 == 0 else { return false }
        return text(index + 1) == "s" && isTight(index + 1)
    }

    // MARK: Quarters

    /// "the third quarter of 2023", "third-quarter".
    private func quarter(at start: Int) -> Parsed? {
        var index = text(start) == "the" ? start + 1 : start
        var before: SaidYear?
        if let year = year(index) {
            (index, before) = (index + 1, .exact(year))
        } else if text(index) == "year", text(index + 1) == "-", ["ago", "earlier"].contains(text(index + 2)) {
            (index, before) = (index + 3, .relative(-1))
        }
        guard case (let end, .quarter(let number))? = match(index) else { return nil }
        let year = saidYear(at: end)
        return Parsed(end: year.end, expression: .quarter(number, before ?? year.year), rule: "quarter")
    }

    /// The quarter behind a year's owner: "'s third quarter".
    func quarter(ofYear years: Int, at end: Int) -> Parsed? {
        guard text(end) == "'s", case (let end, .quarter(let number))? = match(end + 1) else { return nil }
        return Parsed(end: end, expression: .quarter(number, .relative(years)), rule: "quarter")
    }

    // MARK: Years and months

    /// "the 2003 invasion", "(1941)": four digits that neither count nor measure.
    private func bareYear(at start: Int) -> Parsed? {
        if let years = yearRange(at: start) { return years }
        if let (end, year) = spelledYear(at: start) {
            return Parsed(end: end, expression: .year(year), rule: "bare-year")
        }
        guard let year = year(start) ?? oldYear(start), !isCounted(start + 1) else { return nil }
        let before = word(start - 1)
        if before == "in", DateParser.origins.contains(word(start - 2)) { return nil }
        if ["$", "£", "€", "#", "/", "no", "some", "about", "nearly", "over", "least", "than"].contains(before) {
            return nil
        }
        if start > 0, isTight(start), document.tokens[start - 1].kind != .punctuation { return nil }
        let isNamed = ["the", "'s", "(", "–", "-"].contains(before) || DateParser.yearCues.contains(before)
        if !isNamed, start + 1 < end, document.tokens[start + 1].kind == .word,
            !document.tokens[start + 1].isCapitalised, text(start + 1).hasSuffix("s"), text(start + 1).count > 3
        {
            return nil
        }
        return Parsed(end: start + 1, expression: .year(year), rule: "bare-year")
    }

    /// "that winter", "a summer offensive"; "spring" and "fall" alone are other words too.
    private func bareSeason(at start: Int) -> Parsed? {
        let hasArticle = ["the", "that", "early", "late"].contains(text(start))
        let index = hasArticle ? start + 1 : start
        guard case (let end, .season(let first, let last))? = match(index), text(end) != "of",
            hasArticle || ["offensive", "campaign"].contains(text(end))
        else { return nil }
        let year = saidYear(at: end)
        return Parsed(end: year.end, expression: .season(first, last, year.year), rule: "season")
    }

    /// "1914–1918", "1939-45".
    private func yearRange(at start: Int) -> Parsed? {
        guard let first = digits(start), (1500...2099).contains(first), document.tokens[start].range.count == 4,
            ["-", "–"].contains(text(start + 1)), let short = digits(start + 2)
        else { return nil }
        let isShort = document.tokens[start + 2].range.count == 2
        let last = isShort ? first - first % 100 + short : short
        guard first < last, last <= 2099, last - first < 100 else { return nil }
        return Parsed(end: start + 3, expression: .range(.year(first), .year(last)), rule: "years")
    }

    /// A month's name that no preposition brings: "the July attack"; "May" and "March" are words and names as well.
    private func bareMonth(at start: Int) -> Parsed? {
        var index = start
        let part = monthPart(&index)
        // "Jan" may be a man.
        if index < end, document.tokens[index].range.count <= 3, text(index + 1) != ".", part == nil { return nil }
        guard case (let end, .month(let month))? = match(index), month != 3, month != 5, text(end) != "-",
            dayNumber(at: end) == nil
        else { return nil }
        return Parsed(end: end, expression: .month(month, part ?? .whole, .unsaid), rule: "bare-month")
    }
}
