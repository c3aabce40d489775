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
        var resolver = DateResolver(anchor: anchor.date, knownDays: knownDays(in: document))
        var mentions: [DateMention] = []
        var last: (mention: DateMention, paragraph: Int)?
        for (number, sentence) in document.sentences.enumerated() {
            let context = DateContext(document: document, lexicon: lexicon, sentence: sentence)
            for said in dates(document, in: sentence.tokens, except: anchor.tokens) {
                let isNear = last.map { sentence.paragraph - $0.paragraph <= 1 } ?? false
                var reading = context.reading(of: said, anchor: anchor.date, mayInherit: isNear)
                reading.sentence = number
                if case .overnight = said.expression {
                    reading.tellingDay = mentions.last { sentence.tokens.contains($0.tokens.lowerBound) }
                        .flatMap { context.isTold($0, beside: said) ? $0.span.end : nil }
                }
                let days = resolver.days(said.expression, reading)
                let mention = context.mention(of: said, days, isForward: reading.isForward, anchor: anchor.date)
                if let days {
                    let isFirst = said.tokens.lowerBound <= sentence.tokens.lowerBound + 1
                    if mention.role == .point || mention.role == .until {
                        resolver.remember(days, said.expression, sentence: number, startsSentence: isFirst)
                        last = (mention, sentence.paragraph)
                    } else {
                        resolver.noteYear(days, said.expression, sentence: number, startsSentence: isFirst)
                    }
                }
                mentions.append(mention)
            }
        }
        return (anchor, mentions)
    }

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
                let said = parser.read(at: index)
                found += said
                index = max(index + 1, said.last?.tokens.upperBound ?? 0)
            }
        }
        return found
    }

    /// The days that this article may call by month and day alone, after the words of their context.
    private func knownDays(in document: Document) -> [CivilDate] {
        let words = Set(document.tokens.map(\.lower))
        return lexicon.knownDays.filter { $0.context.allSatisfy(words.contains) }.map(\.date)
    }
}
