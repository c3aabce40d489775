import DatelineCore
import EventExport
import EventFixtures
import Foundation
import Testing

@Suite struct JSONTests {
    private func lines(_ records: [EventRecord], _ format: OutputFormat = .jsonl) throws -> String {
        let output = Output()
        let writer = try EventWriter(format: format, output: output)
        for record in records { try writer.write(record) }
        try writer.finish()
        return output.text
    }

    private func object(_ record: EventRecord) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(lines([record]).utf8))
        return try #require(value as? [String: Any])
    }

    @Test func `an event is one line with every field`() throws {
        var event = Event.made(
            .interceptionAirDefence,
            "2031-05-17",
            "2031-05-18",
            precision: .night,
            at: .region("Belgorod Oblast", "RU", id: 578_071),
            and: [.city("Sudzha", "Kursk Oblast", "RU")],
            says: .named("Russian Defence Ministry", .belligerentMilitary, "RU"),
            status: .claimed,
            by: "Russia",
            on: "Ukraine",
            with: ["uav"],
            counts: [.atLeast(14, .drone, .intercepted)],
            sentence: 7,
            quote: "It was."
        )
        event.dateText = "overnight"
        event.confidence = [.place: .medium, .date: .high]
        let record = EventRecord(
            id: 7,
            article: "a.txt",
            publisher: "Harbour Post",
            published: CivilDate(iso: "2031-05-18"),
            modified: CivilDate(iso: "2031-05-19"),
            event: event,
            extractor: "1.0.0"
        )
        #expect(
            try lines([record]) == """
                {"id": 7, "article": "a.txt", "url": null, "publisher": "Harbour Post", "published": "2031-05-18", \
                "modified": "2031-05-19", "type": "interception.airdefence", "date_start": "2031-05-17", "date_end": "2031-05-18", \
                "date_precision": "N", "date_method": "weekday", "date_text": "overnight", \
                "place": {"name": "Belgorod Oblast", "text": "the Belgorod Oblast", "level": "admin1", \
                "admin1": "Belgorod Oblast", "admin2": null, "country": "RU", "latitude": 51.75, "longitude": 36.0, \
                "geonameid": 578071}, \
                "places": [{"name": "Sudzha", "text": "Sudzha", "level": "place", "admin1": "Kursk Oblast", \
                "admin2": null, "country": "RU", "latitude": null, "longitude": null, "geonameid": null}], \
                "source": "Russian Defence Ministry", "source_text": "Russian Defence Ministry", \
                "source_kind": "belligerent_military", "source_country": "RU", "status": "claimed", \
                "actor": "Russia", "target": "Ukraine", "weapons": ["uav"], \
                "counts": [{"kind": "intercepted", "unit": "drone", "group": "unspecified", "low": 14, "best": 14, \
                "high": null, "qualifier": "at_least", "scope": "event", "as_of": null, "part": false, \
                "source": null, "text": "at least 14 drones"}], \
                "confidence": {"date": "high", "place": "medium"}, \
                "sentence": 7, "start": 700, "end": 707, "quote": "It was.", "extractor": "1.0.0", \
                "original_id": null}

                """
        )
    }

    @Test func `an event of which little is known has nulls and empty lists`() throws {
        let object = try object(EventRecord(id: 1, article: "-", event: .made(.attack)))
        for name in ["place", "source", "date_start", "date_end", "actor", "url"] {
            #expect(object[name] is NSNull, "\(name)")
        }
        #expect((object["counts"] as? [Any])?.isEmpty == true)
        #expect((object["places"] as? [Any])?.isEmpty == true)
    }

    @Test(arguments: [
        "plain", "say \"so\"", "back\\slash", "a\tb\nc\rd", "\u{0}\u{1}\u{1F}\u{7F}", "line\u{2028}separator", "Kyïv 🚀",
        "</script>",
    ])
    func `any text survives JSON`(text: String) throws {
        let record = EventRecord(id: 1, article: text, event: .made(.attack, quote: text))
        #expect(try lines([record]).split(separator: "\n").count == 1)
        let object = try object(record)
        #expect(object["article"] as? String == text)
        #expect(object["quote"] as? String == text)
    }

    @Test func `json is one array of the same objects`() throws {
        let records = (1...3).map { EventRecord(id: $0, article: "a", event: .made(.attack)) }
        let array = try JSONSerialization.jsonObject(with: Data(lines(records, .json).utf8)) as? [[String: Any]]
        #expect(array?.compactMap { $0["id"] as? Int } == [1, 2, 3])
    }
}
