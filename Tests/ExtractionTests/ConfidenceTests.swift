import DatelineCore
import Testing

@testable import Extraction

@Suite struct ConfidenceTests {
    private func events(_ text: String) -> [Event] {
        EventSamples.extract(text).events
    }

    private func doubts(_ field: EventField, of text: String) throws -> [String] {
        let event = try #require(events(text).first)
        return event.reasons.filter { $0.field == field && ConfidenceRules.embedded.isDoubt(field, $0.rule) }.map(
            \.rule
        )
    }

    // MARK: The table

    @Test func `each rule of a field stands once, with its meaning`() {
        let rules = ConfidenceRules.embedded.rules
        #expect(Set(rules.map { "\($0.field) \($0.name)" }).count == rules.count)
        #expect(rules.allSatisfy { $0.field.hasConfidence && !$0.meaning.isEmpty })
        for field in EventField.allCases where field.hasConfidence {
            #expect(rules.contains { $0.field == field && !$0.isDoubt && $0.level == .high })
            #expect(rules.contains { $0.field == field && $0.isDoubt })
        }
        #expect(rules.allSatisfy { !$0.isDoubt || $0.level < .high })
    }

    @Test(arguments: ["place\tx\trule\tsure\tm", "colour\tx\trule\thigh\tm", "place\tx\thunch\thigh\tm"])
    func `a bad row of the table is refused with its line`(row: String) throws {
        let text = "field\trule\tkind\tlevel\tmeaning\n\(row)\n"
        let error = try #require(throws: LexiconError.self) { try ConfidenceRules(text: text) }
        #expect(error.line == 2)
    }

    @Test func `a field is as sure as its first rule, or as its doubts`() throws {
        let table = try ConfidenceRules(
            text: """
                field\trule\tkind\tlevel\tmeaning
                place\tsure\trule\thigh\tm
                place\tfair\trule\tmedium\tm
                place\tblur\tdoubt\tmedium\tm
                place\tclash\tdoubt\tlow\tm
                count\tsure\trule\thigh\tm
                count\tfair\trule\tmedium\tm
                """
        )
        func level(_ field: EventField, _ rules: String...) -> Confidence? {
            table.levels(of: rules.map { Reason(field: field, rule: $0) })[field]
        }
        #expect(level(.place, "sure") == .high)
        #expect(level(.place, "sure", "fair") == .high)
        #expect(level(.place, "fair", "sure") == .medium)
        #expect(level(.place, "sure", "blur") == .medium)
        #expect(level(.place, "fair", "blur", "clash") == .low)
        #expect(level(.count, "sure", "fair") == .medium)
        #expect(level(.place, "new-rule") == .low)
        #expect(level(.status, "sure") == nil)
        #expect(level(.place) == nil)
    }

    // MARK: Events

    @Test func `a plain sentence is sure in every field`() throws {
        let text = "A drone attack killed three people in Kharkiv on Saturday, the Ukrainian police said."
        let event = try #require(events(text).first)
        #expect(event.confidences.map(\.field) == EventField.allCases.filter(\.hasConfidence))
        #expect(event.confidence.values.allSatisfy { $0 == .high }, "\(event.reasons)")
    }

    @Test(arguments: [
        ("An attack killed three people in Kharkiv on Saturday.", EventField.type, "plain-attack"),
        ("Drones hit a depot in Kharkiv on Saturday.", .type, "no-number"),
        ("Shelling killed three people in Kharkiv on 5 March 2023, the police said.", .type, "long-ago"),
        ("Shelling killed three people in Kharkiv on Friday and a school closed on Saturday.", .date, "several-dates"),
        ("Shelling killed three people near Kharkiv on Saturday.", .place, "near-place"),
        ("Shelling killed three people in Kharkiv Oblast on Saturday.", .place, "whole-region"),
        ("Shelling killed three people in Kharkiv on Saturday, residents said.", .source, "unnamed-source"),
        ("Shelling killed one person in Kharkiv on Saturday.", .count, "one-alone"),
        ("Shelling killed three people, including a child, in Kharkiv on Saturday.", .count, "part"),
        ("Shelling killed three people in Kharkiv on Saturday.", .count, "unattributed"),
    ])
    func `what speaks against a field is named`(text: String, field: EventField, doubt: String) throws {
        #expect(try doubts(field, of: text).contains(doubt))
        let event = try #require(events(text).first)
        #expect(try #require(event.confidence[field]) < .high)
    }

    @Test func `the rule that decided stands first in a retold event`() throws {
        let text = "Shells killed three people, the police said. The three were killed in Kharkiv on Saturday."
        let found = events(text)
        #expect(found.count == 1)
        #expect(found.first?.place?.name == "Kharkiv")
        #expect(found.first?.reasons.first { $0.field == .place }?.rule == "place-name")
        #expect(found.first?.reasons.first { $0.field == .date }?.rule == "weekday")
    }

    @Test func `a field that nothing filled has no level`() throws {
        let event = try #require(events("Shelling killed three people in Kharkiv on Saturday.").first)
        #expect(event.confidence[.status] == nil && event.confidence[.actor] == nil)
        #expect(event.weapons.isEmpty == (event.confidence[.weapon] == nil))
    }
}
