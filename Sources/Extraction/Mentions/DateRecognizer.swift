import DatelineCore

/// Finds the dates of a document and resolves them against its own date.
struct DateRecognizer: Sendable {
    let lexicon: DateLexicon

    init(lexicon: DateLexicon = Lexicons.embedded.dates) {
        self.lexicon = lexicon
    }

    /// The day that relative dates are counted from, and the dates in the order of the text.
    ///
    /// The date line itself is no mention.
    func mentions(in document: Document, published: CivilDate?) -> (anchor: DateAnchor, mentions: [DateMention]) {
        let anchor = DateAnchorFinder(document: document, lexicon: lexicon, published: published).anchor()
        let said = document.sentences.map { dates(document, in: $0.tokens, except: anchor.tokens) }
        var resolver = DateResolver(
            anchor: anchor.date,
            knownDays: knownDays(in: document),
            isHistory: isHistory(said, anchor.date)
        )
        var mentions: [DateMention] = []
        var lastParagraph: Int?
        for (number, sentence) in document.sentences.enumerated() {
            let context = DateContext(document: document, lexicon: lexicon, sentence: sentence)
            var telling: CivilDate?
            for said in said[number] {
                var reading = context.reading(of: said)
                reading.sentence = number
                reading.mayInherit = lastParagraph.map { sentence.paragraph - $0 <= DateRecognizer.reach } ?? false
                reading.tellingDay = telling
                let days = resolver.days(said.expression, reading)
                let mention = context.mention(of: said, days, anchor: anchor.date)
                mentions.append(mention)
                if let when = context.when(after: mention) { mentions.append(when) }
                guard let days else { continue }
                let isFirst = said.tokens.lowerBound <= sentence.tokens.lowerBound + 1
                resolver.noteYear(days, said.expression, sentence: number, startsSentence: isFirst)
                switch mention.role {
                case .point, .until:
                    resolver.remember(days, isStatement: mention.isBesideTelling)
                    lastParagraph = sentence.paragraph
                    if mention.isBesideTelling, days.first == days.last { telling = days.last }
                case .aside: resolver.noteAside(days)
                case .asOf, .since, .future: break
                }
            }
        }
        return (anchor, mentions)
    }

    /// Whether a text is a history: years long past stand in it, and far more often than words such as "today".
    private func isHistory(_ said: [[SaidDate]], _ anchor: CivilDate?) -> Bool {
        var (old, recent, news) = (0, 0, 0)
        for said in said.joined() {
            if let year = said.expression.writtenYear {
                if anchor.map({ year < $0.year - 1 }) ?? true { old += 1 } else { recent += 1 }
            } else if said.expression.isOfNews {
                news += 1
            }
        }
        return old >= DateRecognizer.historyYears && recent <= old && 3 * news < old
    }

    /// How many years long past make a history.
    private static let historyYears = 4

    /// How many paragraphs back a day may be that a bare clock time belongs to.
    private static let reach = 3

    private func dates(_ document: Document, in tokens: Range<Int>, except own: Range<Int>?) -> [SaidDate] {
        let parser = DateParser(document: document, lexicon: lexicon, end: tokens.upperBound)
        var found: [SaidDate] = []
        var index = tokens.lowerBound
        while index < tokens.upperBound {
            if let own, own.contains(index) {
                index = own.upperBound
            } else if let name = lexicon.words.match(document, at: index, before: tokens.upperBound),
                case .name = name.value
            {
                index = name.tokens.upperBound
            } else {
                var said = parser.read(at: index)
                if said.isEmpty, let aside = parser.aside(at: index) { said = [aside] }
                if !said.isEmpty { found += said }
                index = max(index + 1, said.last?.tokens.upperBound ?? 0)
            }
        }
        return found
    }

    /// The days that this article may call by month and day alone, after the words of their context.
    private func knownDays(in document: Document) -> [CivilDate] {
        lexicon.knownDays.filter { day in
            day.context.allSatisfy { word in document.tokens.contains { $0.lower == word } }
        }
        .map(\.date)
    }
}
