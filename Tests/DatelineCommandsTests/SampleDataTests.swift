import DatelineCore
import Evaluation
import Extraction
import Foundation
import TestSupport
import Testing

import class Articles.ArticleFinder
import struct Articles.ArticleReaders

/// Scores the extractor on the sample articles.
@Suite struct SampleDataTests {
    private static let folder = BuiltProgram.packageRoot.appending(path: "SampleData").path

    /// The events of the sample articles, by article.
    private func events() throws -> [String: [Event]] {
        let extractor = Extractor()
        var found: [String: [Event]] = [:]
        for path in ArticleFinder([SampleDataTests.folder + "/Articles"]) {
            for article in try ArticleReaders.standard.read(path) {
                found[GoldArticle.id(ofPath: path)] = extractor.extract(article).events
            }
        }
        return found
    }

    private func evaluation(of found: [String: [Event]]) throws -> Evaluation {
        let gold = try GoldFile.read(SampleDataTests.folder + "/Gold")
        #expect(Set(found.keys) == Set(gold.map(\.id)), "every article has gold, and gold an article")
        return Evaluation(gold: gold, system: found.mapValues { $0.map { ScoredEvent($0) } })
    }

    @Test func `no figure falls below its floor`() throws {
        let evaluation = try evaluation(of: events())
        let floors = try String(contentsOfFile: SampleDataTests.folder + "/floors.tsv", encoding: .utf8)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t") }
        #expect(floors.count >= 10)
        for cells in floors {
            let name = String(try #require(cells.first))
            let floor = try #require(cells.last.flatMap { Double($0) })
            let value = try #require(evaluation.figures[name]).number
            #expect(value >= floor, "\(name) fell to \(value), below \(floor)")
        }
    }

    @Test(arguments: EventField.allCases.filter(\.hasConfidence))
    func `what is called sure is right, and more often than what is not`(field: EventField) throws {
        let judgements = try evaluation(of: events()).judgements.filter { $0.field == field }
        let high = Tally(judgements.filter { $0.level == .high })
        let other = Tally(judgements.filter { $0.level != .high })
        // So few fields may have two wrong ones by chance.
        #expect(high.share >= 0.95 || high.judged - high.right <= 2, "\(high.right) of \(high.judged)")
        #expect(high.share > other.share)
        #expect(high.judged * 20 > judgements.count, "hardly anything is called sure")
    }

    @Test func `every rule that fires has a level`() throws {
        let rules = Set(ConfidenceRules.embedded.rules.map { "\($0.field) \($0.name)" })
        let fired = try events().values.joined().flatMap(\.reasons).filter(\.field.hasConfidence)
        #expect(Set(fired.map { "\($0.field) \($0.rule)" }).subtracting(rules).sorted() == [], "no row in rules.tsv")
    }

    @Test func `the same article gives the same events every time`() throws {
        let extractor = Extractor()
        for path in ArticleFinder([SampleDataTests.folder + "/Articles"]) {
            for article in try ArticleReaders.standard.read(path) {
                #expect(extractor.extract(article).events == extractor.extract(article).events)
            }
        }
    }
}
