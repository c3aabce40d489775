import DatelineCore
import Evaluation
import Extraction
import Foundation
import TestSupport
import Testing

import struct Articles.ArticleFinder
import struct Articles.ArticleReaders

/// Scores the extractor on the sample articles.
@Suite struct SampleDataTests {
    private static let folder = BuiltProgram.packageRoot.appending(path: "SampleData").path

    @Test func `no figure falls below its floor`() throws {
        let gold = try GoldFile.read(SampleDataTests.folder + "/Gold")
        let extractor = Extractor()
        var found: [String: [ScoredEvent]] = [:]
        for path in ArticleFinder([SampleDataTests.folder + "/Articles"]).paths {
            for article in try ArticleReaders.standard.read(path) {
                found[GoldArticle.id(ofPath: path)] = extractor.extract(article).events.map { ScoredEvent($0) }
            }
        }
        #expect(Set(found.keys) == Set(gold.map(\.id)), "every article has gold, and gold an article")
        let evaluation = Evaluation(gold: gold, system: found)
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

    @Test func `the same article gives the same events every time`() throws {
        let extractor = Extractor()
        for path in ArticleFinder([SampleDataTests.folder + "/Articles"]).paths {
            for article in try ArticleReaders.standard.read(path) {
                #expect(extractor.extract(article).events == extractor.extract(article).events)
            }
        }
    }
}
