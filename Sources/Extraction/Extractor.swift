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
        let (events, rejections) =
            reader.isOffTopic(reading) ? ([], reading.rejections) : EventAssembler(reading).assemble()
        return Extraction(
            events: events,
            rejections: rejections,
            recognised: MentionWriter(reading: reading, dates: reader.dates.lexicon)
        )
    }
}
