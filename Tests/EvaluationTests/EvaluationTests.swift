import DatelineCore
import Foundation
import Testing

@testable import Evaluation

@Suite struct EvaluationTests {
    private func fixture(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)").path
    }

    private func gold() throws -> [GoldArticle] {
        try GoldFile.read(fixture("gold.jsonl"))
    }

    /// A second reader's file, taken for what the program found.
    private func system(_ articles: [GoldArticle]) -> [String: [ScoredEvent]] {
        Dictionary(
            uniqueKeysWithValues: articles.map { article in
                (article.id, article.events.filter { ($0.tier ?? 1) == 1 }.map(ScoredEvent.init(gold:)))
            }
        )
    }

    @Test func `a reader agrees with himself in everything`() throws {
        let evaluation = Evaluation(gold: try gold(), system: system(try gold()))
        #expect(evaluation.errors.isEmpty)
        for (name, value) in evaluation.figures.named {
            switch name {
            case "articles": #expect(value == .number(3))
            case "gold_events", "system_events": #expect(value == .number(5))
            case "extra_per_article": #expect(value == .share(0))
            default: #expect(value == .share(1), "\(name)")
            }
        }
    }

    @Test func `every figure of a differing reader is the known one`() throws {
        let evaluation = Evaluation(gold: try gold(), system: system(try GoldFile.read(fixture("perturbed.jsonl"))))
        let known = try String(contentsOfFile: fixture("perturbed-figures.tsv"), encoding: .utf8)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }
        let figures = evaluation.figures.named
        try #require(figures.count == known.count)
        for (line, figure) in zip(known, figures) {
            let cells = line.split(separator: "\t")
            #expect(cells[0] == figure.name)
            #expect(abs(try #require(Double(cells[1])) - figure.value.number) < 0.000_05, "\(figure.name)")
        }
    }

    @Test func `each fault of a differing reader is listed with what was wanted and what was found`() throws {
        let evaluation = Evaluation(gold: try gold(), system: system(try GoldFile.read(fixture("perturbed.jsonl"))))
        #expect(
            evaluation.errors.first == """
                port: count missed intercepted 4 missile in [interception.airdefence 2024-08-10/2024-08-11 \
                @ Odesa Oblast (Odesa Oblast, UA; admin1) by Ukrainian Air Force · intercepted 14 drone \
                · intercepted 4 missile] | got intercepted 14 drone, intercepted 5 rocket
                """
        )
        #expect(
            evaluation.errors.last == """
                quiet: EXTRA [attack.shelling 2022-02-28/2022-02-28 @ Kharkiv (Kharkiv Oblast, UA; place) \
                by narrator · killed 2 person]
                """
        )
        #expect(evaluation.errors.filter { $0.contains("MISSED") }.count == 1)
    }

    @Test func `nothing found is nothing right, and no fault of precision`() throws {
        let figures = Evaluation(gold: try gold(), system: [:]).figures
        #expect(figures["event_r"] == .share(0))
        #expect(figures["event_f1"] == .share(0))
        #expect(figures["system_events"] == .number(0))
    }

    @Test func `a further place of an event is one of those that it is compared by`() {
        let event = Event(
            type: .attack,
            date: .unknown,
            place: Place(name: "Bilky", text: "Bilky", level: .place),
            otherPlaces: [Place(name: "Sumy", text: "Sumy", level: .place)],
            evidence: Evidence(sentence: 1, range: 0..<6, trigger: 0..<6, quote: "…")
        )
        #expect(ScoredEvent(event).names == ["Bilky", "Sumy"])
    }

    @Test func `an event of the program is compared by its codes`() throws {
        let day = try #require(CivilDate(iso: "2024-08-11"))
        let event = Event(
            type: .interceptionAirDefence,
            date: DateSpan(start: day - 1, end: day, precision: .night, method: .relative),
            place: Place(name: "Odessa Oblast", text: "the Odesa region", level: .admin1, country: "UA"),
            source: Source(name: "Ukrainian Air Force", text: "the air force", kind: .belligerentMilitary),
            weapons: [Weapon(code: "uav.oneway.shahed", text: "Shahed drones")],
            counts: [
                Count(kind: .intercepted, unit: .drone, low: 14, high: 14, qualifier: .exact, text: "14", range: 0..<2),
                Count(kind: .intercepted, unit: .rocket, low: 4, high: 4, qualifier: .exact, text: "4", range: 3..<4),
                Count(kind: .regions, unit: .region, low: 2, high: 2, qualifier: .exact, text: "2", range: 5..<6),
            ],
            evidence: Evidence(sentence: 1, range: 0..<6, trigger: 0..<6, quote: "…")
        )
        let gold = [try #require(try gold().first)]
        let figures = Evaluation(gold: gold, system: ["port": [ScoredEvent(event)]]).figures
        #expect(figures["event_p"] == .share(1))
        #expect(figures["event_r"] == .share(0.5))
        #expect(figures["record_f1"] == figures["event_f1"])
        #expect(figures["count_p"] == .share(1))
    }

    @Test(arguments: [
        ("SampleData/Articles/0001-port.txt", "0001-port"), ("a.b.md", "a.b"), ("plain", "plain"),
        (".hidden", ".hidden"),
        ("x/", ""), ("a/dump.jsonl#0001", "0001"), ("dump.jsonl.gz:17", "dump.jsonl:17"), ("dump.jsonl:17", "dump:17"),
        ("story #4.txt", "story #4"), ("10:30", "10:30"),
    ])
    func `an article is known by its file's name alone`(path: String, id: String) {
        #expect(GoldArticle.id(ofPath: path) == id)
    }
}
