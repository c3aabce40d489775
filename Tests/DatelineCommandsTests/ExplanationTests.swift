import DatelineCore
import EventExport
import Testing

@testable import DatelineCommands
@testable import Extraction

@Suite struct ExplanationTests {
    private let body = "All was quiet.\n\nDrones hit Sumy overnight, officials said. They vowed more strikes."

    /// Where some words stand in the body.
    private func range(_ words: String) throws -> ByteRange {
        let found = try #require(body.firstRange(of: words))
        let start = body.utf8.distance(from: body.startIndex, to: found.lowerBound)
        return start..<(start + words.utf8.count)
    }

    private func event() throws -> Event {
        let day = try #require(CivilDate(iso: "2024-08-11"))
        let sentence = try range("Drones hit Sumy overnight, officials said.")
        return Event(
            type: .attackDrone,
            date: DateSpan(start: day - 1, end: day, precision: .night, method: .relative),
            dateText: "overnight",
            place: Place(
                name: "Sumy",
                text: "Sumy",
                level: .place,
                admin1: "Sumy Oblast",
                country: "UA",
                geonameid: 692_194
            ),
            source: Source(name: "officials", text: "officials", kind: .unnamed),
            weapons: [Weapon(code: "uav", text: "Drones")],
            evidence: Evidence(
                sentence: 2,
                range: sentence,
                trigger: try range("hit"),
                quote: "Drones hit Sumy overnight, officials said."
            ),
            reasons: [
                Reason(field: .date, rule: "overnight", range: try range("overnight")),
                Reason(field: .place, rule: "city-name", range: try range("Sumy")),
                Reason(field: .source, rule: "said-after", range: try range("officials")),
                Reason(field: .date, rule: "publication-night"),
            ]
        )
    }

    @Test func `the sentence is shown with what each rule read`() throws {
        let explanation = Explanation(of: Article(path: "a.txt", body: body))
        #expect(
            explanation.sentence(of: try event())
                == "Drones ⟦trigger hit⟧ ⟦place Sumy⟧ ⟦date overnight⟧, ⟦source officials⟧ said."
        )
    }

    @Test func `every field is shown with its rules and their words`() throws {
        let explanation = Explanation(of: Article(path: "a.txt", body: body))
        #expect(
            explanation.text(of: try event(), name: "Event 7") == """
                Event 7  attack.drone, reported
                sentence 2, bytes 16-58

                  Drones ⟦trigger hit⟧ ⟦place Sumy⟧ ⟦date overnight⟧, ⟦source officials⟧ said.

                  type    attack.drone
                  date    2024-08-10 to 2024-08-11 (N, relative)
                          by overnight: “overnight”, bytes 32-41
                          by publication-night
                  place   Sumy, Sumy Oblast, UA (place, geonameid 692194)
                          by city-name: “Sumy”, bytes 27-31
                  source  officials (unnamed)
                          by said-after: “officials”, bytes 43-52
                  status  reported
                  weapon  uav, “Drones”

                """
        )
    }

    @Test func `what was rejected is shown when it stands near`() throws {
        let explanation = Explanation(of: Article(path: "a.txt", body: body))
        let vow = Rejection(reason: "vow", sentence: 3, range: try range("vowed more"), text: "vowed more")
        let far = Rejection(reason: "age", sentence: 9, range: try range("quiet"), text: "quiet")
        #expect(
            explanation.text(of: [vow, far], near: 2)
                == "Not taken nearby\n  vow: “vowed more” (sentence 3, bytes 64-74)\n"
        )
        #expect(explanation.text(of: [far], near: 2).isEmpty)
        #expect(explanation.text(of: [vow, far]).split(separator: "\n").count == 3)
    }

    @Test func `positions outside the text, from another body, do no harm`() throws {
        let explanation = Explanation(of: Article(path: "a.txt", body: "Short."))
        #expect(explanation.sentence(of: try event()).isEmpty)
    }

    @Test func `colour comes only where it is asked for`() throws {
        let plain = Explanation(of: Article(path: "a.txt", body: body)).text(of: try event(), name: "Event 7")
        #expect(!plain.contains("\u{1B}"))
        let style = TerminalStyle(isOn: true)
        #expect(
            Explanation(of: Article(path: "a.txt", body: body), style: style).sentence(of: try event()).contains(
                "\u{1B}"
            )
        )
    }

    @Test func `a mention's value never hides its position`() {
        let mention = Mention(
            kind: .date,
            sentence: 2,
            range: 32..<41,
            text: "overnight",
            fields: [.init(name: "start", value: "2024-08-10"), .init(name: "precision", value: "N")]
        )
        let members = AnnotateCommand.members(of: mention)
        #expect(members.map(\.name) == ["kind", "start", "end", "text", "sentence", "date_start", "precision"])
        #expect(members[1].value == .integer(32))
        #expect(members[5].value == .text("2024-08-10"))
    }
}
