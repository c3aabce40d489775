/// What was counted while comparing, and the figures that follow from it.
public struct Figures: Hashable, Sendable {
    var articles = 0
    var gold = 0
    var system = 0
    var matched = 0
    var extra = 0
    var goldCounts = 0
    var systemCounts = 0
    var countHits = 0
    var type = 0
    var date = 0
    var place = 0
    var admin1 = 0
    var country = 0
    var source = 0
    var weapon = 0
    var weaponOf = 0
    var perfect = 0

    /// A figure: a number of things or a share between 0 and 1.
    public enum Value: Hashable, Sendable {
        /// A number of things.
        case number(Int)
        /// A share or a mean.
        case share(Double)

        /// The figure as a number, to compare it by.
        public var number: Double {
            switch self {
            case .number(let number): Double(number)
            case .share(let share): share
            }
        }
    }

    /// The figures in the order in which they are printed, by the names that a file of floors uses.
    public var named: [(name: String, value: Value)] {
        let events = Rates(right: matched, system: system, gold: gold)
        let counts = Rates(right: countHits, system: systemCounts, gold: goldCounts)
        let records = Rates(right: perfect, system: system, gold: gold)
        func ofMatched(_ right: Int) -> Value { .share(Rates.ratio(right, matched)) }
        return [
            ("articles", .number(articles)), ("gold_events", .number(gold)), ("system_events", .number(system)),
            ("event_p", .share(events.precision)), ("event_r", .share(events.recall)), ("event_f1", .share(events.f1)),
            ("extra_per_article", .share(Rates.ratio(extra, articles))),
            ("count_p", .share(counts.precision)), ("count_r", .share(counts.recall)), ("count_f1", .share(counts.f1)),
            ("type", ofMatched(type)), ("date", ofMatched(date)), ("place", ofMatched(place)),
            ("admin1", ofMatched(admin1)), ("country", ofMatched(country)), ("source", ofMatched(source)),
            ("weapon", .share(Rates.ratio(weapon, weaponOf))), ("record_f1", .share(records.f1)),
        ]
    }

    /// A figure by its name.
    public subscript(name: String) -> Value? {
        named.first { $0.name == name }?.value
    }
}

/// Precision, recall and their harmonic mean.
private struct Rates {
    let precision: Double
    let recall: Double

    init(right: Int, system: Int, gold: Int) {
        precision = Rates.ratio(right, system)
        recall = Rates.ratio(right, gold)
    }

    var f1: Double {
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }

    static func ratio(_ part: Int, _ whole: Int) -> Double {
        whole == 0 ? 0 : Double(part) / Double(whole)
    }
}
