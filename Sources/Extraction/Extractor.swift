public import DatelineCore
public import Gazetteer

/// Reads the events in an article.
///
/// The same article gives the same events, always.
public struct Extractor: Sendable {
    let reader: ArticleReading

    /// Creates an extractor over a gazetteer and the program's own lexicons.
    public init(gazetteer: Gazetteer = .embedded, lexicons: Lexicons = .embedded) {
        reader = ArticleReading(gazetteer: gazetteer, lexicons: lexicons)
    }

    /// Reads one article.
    ///
    /// Odd text never fails: what cannot be understood becomes a rejection.
    public func extract(_ article: Article) -> Extraction {
        let reading = reader.read(article)
        let read = events(of: reading)
        return Extraction(
            events: read.events,
            rejections: read.rejections,
            recognised: MentionWriter(reading: reading, dates: reader.dates.lexicon)
        )
    }

    private func events(of reading: Reading) -> (events: [Event], rejections: [Rejection]) {
        if let rejection = reader.otherLanguage(reading) { return ([], [rejection]) }
        var read = EventAssembler(reading).assemble()
        guard let subject = OtherSubject(of: reading) else { return read }
        for event in read.events where !subject.admits(event) {
            let trigger = event.evidence.trigger
            read.rejections.append(
                Rejection(
                    reason: "other-subject",
                    sentence: event.evidence.sentence,
                    range: trigger,
                    text: reading.document.text(trigger)
                )
            )
        }
        read.events.removeAll { !subject.admits($0) }
        return read
    }
}
