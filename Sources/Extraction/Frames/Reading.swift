import DatelineCore

/// All mentions of an article, before they are put together.
struct Reading: Sendable {
    var document: Document
    /// The nouns that numbers count, which also tell who did it.
    let nouns: PhraseTable<UnitEntry>
    var anchor: DateAnchor
    var dates: [DateMention]
    /// By the sentences that they govern or stand in.
    var attributions: [[Attribution]]
    var places: [PlaceMention]
    var weapons: [WeaponMention]
    /// By sentence.
    var triggers: [[TriggerMention]]
    /// By sentence.
    var counts: [[CountMention]]
    /// By sentence.
    var numbers: [[NumberMention]]
    var actors: [ActorMention]
    var rejections: [Rejection]
    /// What the article's words weigh for each subject of `topics.tsv`.
    var subjects: [String: Int] = [:]
    /// The country that the article is mostly about.
    var country: Place?
    /// The first-level regions of the places that the text names, by GeoNames id.
    var regions: [Int: Place] = [:]
    /// The countries that the text names, by code.
    var countries: [String: Place] = [:]
    /// The countries in which it places something, by code.
    var lands: [String: Place] = [:]

    /// The source that answers for a token.
    func attribution(governing token: Int) -> Attribution? {
        attributions[document.sentence(ofToken: token)].attribution(governing: token)
    }

    /// Whether a date belongs to a statement ("said on Tuesday") and not to what was stated.
    func isStatementDate(_ date: DateMention, sentence: Int) -> Bool {
        // What was said in May of a month or a year is told of it as well.
        if [.week, .month, .year].contains(date.span.precision) { return false }
        let inSentence = attributions[sentence].filter { $0.sentence == sentence && !$0.inherited }
        // "said on Tuesday that", "On Saturday X confirmed that"
        let isBeside = inSentence.contains { attribution in
            let gap = date.tokens.lowerBound - attribution.cue.upperBound
            return (0...2).contains(gap)
                && ["that", ",", "the", "it", "."].contains(document.word(date.tokens.upperBound))
        }
        // "Early Sunday, officials reported …" dates the night's event as well.
        if [.partOfDay, .night, .clockTime].contains(date.span.precision), !isBeside { return false }
        if date.isBesideTelling, isBeside { return true }
        guard !inSentence.contains(where: { $0.scope.contains { $0.overlaps(date.tokens) } }) else { return false }
        if date.isBesideTelling { return true }
        return inSentence.contains { attribution in
            let gap =
                date.tokens.lowerBound >= attribution.cue.upperBound
                ? date.tokens.lowerBound - attribution.cue.upperBound
                : min(attribution.cue.lowerBound, attribution.sourceTokens.lowerBound) - date.tokens.upperBound
            return gap <= 4
        }
    }

    /// Notes that something was not taken.
    mutating func reject(_ tokens: Range<Int>, _ reason: String, sentence: Int) {
        let range = document.bytes(of: tokens)
        rejections.append(
            Rejection(
                reason: reason,
                sentence: document.sentences[sentence].number,
                range: range,
                text: document.text(range)
            )
        )
    }
}
