import DatelineCore

/// Compares the events that the program found with those that careful readers wrote down.
///
/// A gold event and a found one are the same event when their roots go together and either place and date are
/// compatible or a count is shared; the best pairs are taken first. On the pairs, each field is right or wrong. Gold
/// events of tier 2 are neither missed nor extra.
public struct Evaluation: Sendable {
    /// The figures over all articles.
    public private(set) var figures = Figures()
    /// The fields of the found events, each right or wrong, with how sure the program was of them.
    public private(set) var judgements: [Judgement] = []
    /// Every miss, extra and wrong field, one a line, in the order of the gold file.
    public private(set) var errors: [String] = []

    /// Compares.
    ///
    /// - Parameters:
    ///   - gold: what careful readers wrote down.
    ///   - system: the found events of each article, by the article's ``GoldArticle/id``.
    public init(gold: [GoldArticle], system: [String: [ScoredEvent]]) {
        for article in gold {
            compare(article, with: system[article.id] ?? [])
        }
    }

    private mutating func compare(_ article: GoldArticle, with found: [ScoredEvent]) {
        figures.articles += 1
        let wanted = article.events.map(ScoredEvent.init(gold:))
        let pairs = Evaluation.pairs(wanted, found)
        for (index, gold) in wanted.enumerated() where gold.tier == 1 {
            compare(gold, with: pairs.first { $0.gold == index }.map { found[$0.found] }, in: article)
        }
        for (index, event) in found.enumerated() {
            let partner = pairs.first { $0.found == index }.map { wanted[$0.gold] }
            if partner?.tier == 2 { continue }
            figures.system += 1
            guard partner == nil else { continue }
            figures.extra += 1
            figures.systemCounts += event.counts.count
            judge(.type, of: event, isRight: false)
            for _ in event.counts { judge(.count, of: event, isRight: false) }
            errors.append("\(article.id): EXTRA \(event)")
        }
    }

    private mutating func compare(_ gold: ScoredEvent, with match: ScoredEvent?, in article: GoldArticle) {
        let required = gold.counts.filter { $0.part != true }
        figures.gold += 1
        figures.goldCounts += required.count
        guard let found = match else {
            errors.append("\(article.id): MISSED \(gold)")
            return
        }
        figures.matched += 1
        let (hits, extra) = compareCounts(gold, found, required: required, in: article)
        let agreement = Agreement(gold: gold, found: found)
        let (date, place) = (agreement.hasExactDate, agreement.hasPlace)
        let source = agreement.hasSource(publisher: article.publisher)
        check("type", agreement.hasType, \.type, gold, found, article)
        check("date", date, \.date, gold, found, article)
        check("place", place, \.place, gold, found, article)
        check("admin1", agreement.hasAdmin1, \.admin1, gold, found, article)
        check("country", agreement.hasCountry, \.country, gold, found, article)
        check("source", source, \.source, gold, found, article)
        if !gold.weapons.isEmpty {
            figures.weaponOf += 1
            check("weapon", agreement.hasWeapon, \.weapon, gold, found, article)
        }
        if date, place, source, hits == required.count, extra == 0 {
            figures.perfect += 1
        }
    }

    private mutating func compareCounts(
        _ gold: ScoredEvent,
        _ found: ScoredEvent,
        required: [GoldCount],
        in article: GoldArticle
    ) -> (hits: Int, extra: Int) {
        var left = found.counts
        var hits = 0
        for count in required {
            if let hit = left.firstIndex(where: count.agrees) {
                left.remove(at: hit)
                hits += 1
            } else {
                let got = found.counts.map(\.description).joined(separator: ", ")
                errors.append("\(article.id): count missed \(count) in \(gold) | got \(got)")
            }
        }
        let parts = gold.counts.filter { $0.part == true }
        let extra = left.filter { count in !parts.contains { $0.agrees(with: count) } }
        for count in extra {
            errors.append("\(article.id): count extra \(count) in \(gold)")
        }
        for _ in 0..<hits { judge(.count, of: found, isRight: true) }
        for _ in extra { judge(.count, of: found, isRight: false) }
        figures.countHits += hits
        figures.systemCounts += hits + extra.count
        return (hits, extra.count)
    }

    private mutating func judge(_ field: EventField, of found: ScoredEvent, isRight: Bool) {
        if let judgement = Judgement(field, of: found.event, isRight: isRight) { judgements.append(judgement) }
    }

    private mutating func check(
        _ field: String,
        _ isRight: Bool,
        _ tally: WritableKeyPath<Figures, Int>,
        _ gold: ScoredEvent,
        _ found: ScoredEvent,
        _ article: GoldArticle
    ) {
        if let field = EventField(rawValue: field) { judge(field, of: found, isRight: isRight) }
        if isRight {
            figures[keyPath: tally] += 1
        } else {
            errors.append("\(article.id): \(field) wrong in \(gold) | got \(found)")
        }
    }

    /// One-to-one pairs, the most alike first; of equals those that stand first.
    private static func pairs(_ gold: [ScoredEvent], _ found: [ScoredEvent]) -> [(gold: Int, found: Int)] {
        var candidates: [(similarity: Double, gold: Int, found: Int)] = []
        for (goldIndex, wanted) in gold.enumerated() {
            for (foundIndex, event) in found.enumerated() {
                let similarity = Agreement(gold: wanted, found: event).similarity
                if similarity > 0 { candidates.append((similarity, goldIndex, foundIndex)) }
            }
        }
        candidates.sort { ($1.similarity, $0.gold, $0.found) < ($0.similarity, $1.gold, $1.found) }
        var usedGold: Set<Int> = []
        var usedFound: Set<Int> = []
        return candidates.compactMap { _, goldIndex, foundIndex in
            guard !usedGold.contains(goldIndex), !usedFound.contains(foundIndex) else { return nil }
            usedGold.insert(goldIndex)
            usedFound.insert(foundIndex)
            return (goldIndex, foundIndex)
        }
    }
}
