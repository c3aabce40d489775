import DatelineCore
import EventFixtures
import EventStore
import Testing

@Suite struct FilterTests {
    let store: EventStore

    init() throws {
        store = try EventStore.open(path: ":memory:", mode: .readWrite)
    }

    private func add(_ events: [Event], _ article: Article = .made()) throws {
        try store.store(article, events: events, rejections: [], extractor: "1.0.0")
    }

    private func ids(_ change: (inout EventFilter) -> Void) throws -> [Int64] {
        var filter = EventFilter()
        change(&filter)
        var ids: [Int64] = []
        try store.forEachEvent(matching: filter, order: .id) { ids.append($0.id) }
        return ids
    }

    private func message(_ change: (inout EventFilter) -> Void) -> String {
        do {
            _ = try ids(change)
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    private func notes(_ change: (inout EventFilter) -> Void) throws -> [String] {
        var filter = EventFilter()
        change(&filter)
        return try store.notes(on: filter)
    }

    // MARK: Regions

    @Test func `events far apart at a place are found without their rows and read in full`() throws {
        try add(
            (1...400).map { number in
                .made(
                    .attack,
                    at: number % 20 == 0 ? .city("Sudzha", "Kursk Oblast", "RU") : .city("Sumy", "Sumy Oblast", "UA"),
                    counts: [.exactly(number, .person, .killed), .exactly(2, .person, .injured)],
                    sentence: number
                )
            }
        )
        for order in [EventOrder.date, .id, .by(try EventSort(parsing: "-count"))] {
            var filter = EventFilter()
            filter.regions = ["Kursk Oblast"]
            var records: [EventRecord] = []
            try store.forEachEvent(matching: filter, order: order) { records.append($0) }
            #expect(records.map(\.id).sorted() == (1...20).map { $0 * 20 })
            for record in records {
                var alone = try #require(try store.event(id: record.id))
                alone.event.reasons = []
                #expect(alone == record)
            }
        }
        let plan = try store.plan { _ = try ids { $0.regions = ["Kursk Oblast"] } }
        #expect(plan?.text.contains("SEARCH event USING COVERING INDEX event_place_day (place=?)") == true)
    }

    @Test func `a region in some days is found without going through all of an index`() throws {
        try add([.made(.attack, "2031-05-17", at: .city("Sudzha", "Kursk Oblast", "RU"))])
        let plan = try store.plan {
            _ = try ids {
                $0.regions = ["Kursk Oblast"]
                ($0.from, $0.to) = (CivilDate(iso: "2031-05-01"), CivilDate(iso: "2031-05-31"))
            }
        }
        #expect(plan?.text.contains("USING COVERING INDEX event_place_day (place=? AND date_start>?") == true)
        #expect(plan?.text.contains("SCAN event USING INDEX event_long") == true)
        #expect(plan?.text.contains("SCAN event USING COVERING INDEX") == false)
    }

    @Test func `a bare name of a region and its city is the region, and says so`() throws {
        try add([
            .made(.attack, at: .region("Kursk Oblast", "RU")),
            .made(.attack, at: .city("Kursk", "Kursk Oblast", "RU")),
            .made(.attack, at: .city("Sudzha", "Kursk Oblast", "RU")),
            .made(.attack, at: .country("Russia", "RU")),
        ])
        for name in [
            "kursk", "KURSK", "Kursk Oblast", "kursk region", "the Kursk region", "Kursk, Russia", "Kursk, RU",
        ] {
            #expect(try ids { $0.regions = [name] } == [1, 2, 3], "\(name)")
        }
        for name in ["Kursk city", "the city of Kursk", "Kursk city, Kursk Oblast, Russia"] {
            #expect(try ids { $0.regions = [name] } == [2], "\(name)")
        }
        let note = "“kursk” is taken as Kursk Oblast, RU; for the city write “kursk city”"
        #expect(try notes { $0.regions = ["kursk"] } == [note])
        #expect(try notes { $0.regions = ["Kursk Oblast", "Kursk city"] }.isEmpty)
    }

    @Test func `Kyiv the city is no part of its oblast`() throws {
        try add([
            .made(.attack, at: .region("Kyiv Oblast", "UA")),
            .made(.attack, at: .city("Brovary", "Kyiv Oblast", "UA", admin2: "Brovary Raion")),
            .made(.attack, at: .city("Kyiv", "Kyiv City", "UA")),
            .made(.attack, at: .district("Brovary Raion", "Kyiv Oblast", "UA")),
        ])
        #expect(try ids { $0.regions = ["Kyiv"] } == [1, 2, 4])
        #expect(try ids { $0.regions = ["Kyiv city"] } == [3])
        #expect(try ids { $0.regions = ["Kyiv City", "Kyiv Oblast"] } == [1, 2, 3, 4])
        #expect(try ids { $0.regions = ["Brovary district"] } == [2, 4])
        #expect(try ids { $0.regions = ["Brovary"] } == [2, 4])
        #expect(try ids { $0.regions = ["Brovary town"] } == [2])
    }

    @Test func `wider events are in a region only when asked for`() throws {
        try add([
            .made(.attack, at: .city("Brovary", "Kyiv Oblast", "UA", admin2: "Brovary Raion")),
            .made(.attack, at: .district("Brovary Raion", "Kyiv Oblast", "UA")),
            .made(.attack, at: .region("Kyiv Oblast", "UA")),
            .made(.attack, at: .country("Ukraine", "UA")),
            .made(.attack, at: .region("Sumy Oblast", "UA")),
            .made(.attack, at: .country("Russia", "RU")),
            .made(.attack),
        ])
        #expect(
            try ids {
                $0.regions = ["Brovary town"]
                $0.includeWider = true
            } == [1, 2, 3, 4]
        )
        #expect(
            try ids {
                $0.regions = ["Brovary Raion"]
                $0.includeWider = true
            } == [1, 2, 3, 4]
        )
        #expect(
            try ids {
                $0.regions = ["Kyiv Oblast"]
                $0.includeWider = true
            } == [1, 2, 3, 4]
        )
        #expect(
            try ids {
                $0.regions = ["Ukraine"]
                $0.includeWider = true
            } == [1, 2, 3, 4, 5]
        )
        #expect(try ids { $0.countries = ["ukraine", "RU"] } == [1, 2, 3, 4, 5, 6])
    }

    @Test func `a further place that the text lists is found too`() throws {
        try add([.made(.attack, at: .region("Kursk Oblast", "RU"), and: [.region("Bryansk Oblast", "RU")])])
        #expect(try ids { $0.regions = ["Bryansk Oblast"] } == [1])
    }

    @Test func `one name in two regions means both, and says so`() throws {
        try add([
            .made(.attack, at: .city("Salem", "Oregon", "US")), .made(.attack, at: .city("Salem", "Tamil Nadu", "IN")),
        ])
        #expect(try ids { $0.regions = ["Salem"] } == [1, 2])
        #expect(
            try notes { $0.regions = ["Salem"] } == [
                "“Salem” stands for Salem, Oregon, US and for Salem, Tamil Nadu, IN"
            ]
        )
        #expect(try ids { $0.regions = ["Salem, Oregon"] } == [1])
        #expect(try ids { $0.regions = ["Salem, India"] } == [2])
    }

    @Test func `what nobody is called is refused with near names`() throws {
        try add([
            .made(
                .attack,
                at: .region("Kursk Oblast", "RU"),
                says: .named("Russian Defence Ministry", .belligerentMilitary),
                by: "Russia"
            )
        ])
        #expect(
            message { $0.regions = ["Krusk"] } == "no stored place is called “Krusk”; did you mean Kursk Oblast?"
        )
        #expect(message { $0.regions = ["Xyzzy"] } == "no stored place is called “Xyzzy”; see: dateline places")
        #expect(message { $0.countries = ["Ukrain"] } == "there is no country “Ukrain”; did you mean Ukraine?")
        #expect(
            message { $0.types = ["interceptoin"] } == "there is no type “interceptoin”; did you mean interception?"
        )
        #expect(message { $0.weapons = ["misile"] } == "there is no weapon “misile”; did you mean missile?")
        #expect(
            message { $0.sources = ["Minstry"] } == "there is no stored source “Minstry”; did you mean Ministry?"
        )
        #expect(message { $0.text = "…" } == "there is no word in “…”")
        // A country without events is no mistake.
        #expect(try ids { $0.regions = ["France"] } == [])
    }

    // MARK: Dates

    @Test func `an event matches the days that its span touches`() throws {
        try add([
            .made(.attack, "2031-05-17", "2031-05-18", precision: .night),
            .made(.attack, "2031-05-19"),
            .made(.battleOffensive, "2031-05-13", precision: .open),
            .made(.evacuationMovement, nil, "2031-05-17", precision: .asOf),
            .made(.attack),
        ])
        func on(_ from: String?, _ to: String?) throws -> [Int64] {
            try ids {
                $0.from = from.flatMap { CivilDate(iso: $0) }
                $0.to = to.flatMap { CivilDate(iso: $0) }
            }
        }
        #expect(try on("2031-05-17", "2031-05-17") == [1, 3, 4])
        #expect(try on("2031-05-18", "2031-05-18") == [1, 3])
        #expect(try on("2031-05-18", nil) == [1, 2, 3])
        #expect(try on(nil, "2031-05-12") == [4])
        #expect(try on("2031-05-20", "2031-06-20") == [3])
        #expect(try on(nil, nil) == [1, 2, 3, 4, 5])
    }

    // MARK: Codes and names

    @Test func `types and weapons match with all below them`() throws {
        try add([
            .made(.attack), .made(.attackDrone, with: ["uav.oneway.shahed"]),
            .made(.interceptionAirDefence, with: ["uav", "missile.ballistic.tochka"]),
            .made(.attackMissile, with: ["missile"]),
        ])
        #expect(try ids { $0.types = ["attack"] } == [1, 2, 4])
        #expect(try ids { $0.types = ["attack.drone", "interception"] } == [2, 3])
        #expect(try ids { $0.types = ["AirDefence"] } == [3])
        #expect(try ids { $0.weapons = ["uav"] } == [2, 3])
        #expect(try ids { $0.weapons = ["missile.ballistic"] } == [3])
        #expect(try ids { $0.weapons = ["shahed"] } == [2])
        #expect(try ids { $0.weapons = ["Tochka-U"] } == [3])
        #expect(
            try ids {
                $0.weapons = ["drone"]
                $0.types = ["attack"]
            } == [2]
        )
    }

    @Test func `names match by their words, in either spelling`() throws {
        try add([
            .made(.attack, says: .named("Russian Defence Ministry", .belligerentMilitary, "RU"), by: "Ukraine"),
            .made(.attack, says: .named("Ukrainian Air Force", .belligerentMilitary, "UA"), by: "Russia"),
            .made(.attack, by: "Russia-backed forces"),
        ])
        try add([.made(.attack)], .made("b.txt", publisher: "Daily Örebro"))
        #expect(try ids { $0.sources = ["defense ministry"] } == [1])
        #expect(try ids { $0.sources = ["RUSSIA", "air"] } == [1, 2])
        #expect(try ids { $0.sources = ["narrator"] } == [3, 4])
        #expect(try ids { $0.sources = ["narrator", "air force"] } == [2, 3, 4])
        #expect(try ids { $0.actors = ["russia"] } == [2, 3])
        #expect(try ids { $0.publishers = ["orebro"] } == [4])
        #expect(message { $0.sources = ["orce"] }.hasPrefix("there is no stored source “orce”"))
    }

    @Test func `a count of at least so much is the one that stands for the event, or one of a kind`() throws {
        try add([
            .made(.attack, counts: [.exactly(2, .person, .killed), .exactly(40, .person, .injured)]),
            .made(.interceptionAirDefence, counts: [.atLeast(14, .drone, .intercepted)]),
            .made(.attackDrone, counts: [.exactly(57, .drone, .launched), .exactly(3, .person, .killed)]),
            .made(.attack, counts: [.between(nil, nil, .person, .killed)]), .made(.attack),
        ])
        #expect(try ids { $0.minCount = .init(number: 3) } == [2, 3])
        #expect(try ids { $0.minCount = .init(kind: .killed, number: 3) } == [3])
        #expect(try ids { $0.minCount = .init(kind: .injured, number: 1) } == [1])
        #expect(try ids { $0.minCount = .init(number: 0) } == [1, 2, 3])
    }

    @Test func `words are found in the sentence, whatever signs they hold`() throws {
        try add([
            .made(.attack, quote: "The governor's “100%” promise, he said, was \"kept\"."),
            .made(.attack, quote: "Nothing was kept under_way."),
        ])
        #expect(try ids { $0.text = "kept" } == [1, 2])
        #expect(try ids { $0.text = "PROMISE kept" } == [1])
        #expect(try ids { $0.text = "governor's" } == [1])
        #expect(try ids { $0.text = "\"kept\" OR" } == [])
        #expect(try ids { $0.text = "100%" } == [1])
        #expect(try ids { $0.text = "kep" } == [])
    }

    @Test func `articles are named by path, file name or address`() throws {
        try add([.made(.attack)], .made("News/2031/a_1.txt", url: "https://example.org/a"))
        try add([.made(.attack)], .made("News/2031/ab1.txt", url: "https://example.org/b"))
        for name in ["News/2031/a_1.txt", "a_1.txt", "a_1", "2031/a_1", "https://example.org/a"] {
            #expect(try ids { $0.articles = [name] } == [1], "\(name)")
        }
        #expect(try ids { $0.articles = ["a_1", "ab1"] } == [1, 2])
        #expect(try ids { $0.articles = ["%"] } == [])
    }

    @Test func `former versions are left out unless asked for`() throws {
        try add([.made(.attack)], .made(url: "https://example.org/a", body: "One."))
        try add([.made(.attack)], .made(url: "https://example.org/a", body: "Two."))
        #expect(try ids { _ in } == [2])
        #expect(try ids { $0.includeSuperseded = true } == [1, 2])
    }

    @Test func `events stand in the order of their days, undated ones last`() throws {
        try add([.made(.attack), .made(.attack, "2031-05-19"), .made(.attack, nil, "2031-05-17", precision: .asOf)])
        var ids: [Int64] = []
        try store.forEachEvent(matching: EventFilter()) { ids.append($0.id) }
        #expect(ids == [3, 2, 1])
        var filter = EventFilter()
        filter.limit = 2
        var limited = 0
        try store.forEachEvent(matching: filter) { _ in limited += 1 }
        #expect(limited == 2)
    }
}
