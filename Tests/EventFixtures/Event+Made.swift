public import DatelineCore

extension Event {
    /// An event as a test needs it: a type, a day or two, a place, a source, weapons and counts.
    public static func made(
        _ type: EventType,
        _ start: String? = nil,
        _ end: String? = nil,
        precision: DatePrecision = .day,
        at place: Place? = nil,
        and otherPlaces: [Place] = [],
        says source: Source? = nil,
        status: ClaimStatus = .reported,
        by actor: String? = nil,
        on target: String? = nil,
        with weapons: [String] = [],
        counts: [Count] = [],
        sentence: Int = 1,
        quote: String = "It was said so."
    ) -> Event {
        let start = start.flatMap { CivilDate(iso: $0) }
        let end = end.flatMap { CivilDate(iso: $0) } ?? (precision == .open ? nil : start)
        return Event(
            type: type,
            date: DateSpan(
                start: start,
                end: end,
                precision: start == nil && end == nil ? .unknown : precision,
                method: start == nil && end == nil ? .unresolved : .weekday
            ),
            place: place,
            otherPlaces: otherPlaces,
            source: source,
            status: status,
            actor: actor,
            target: target,
            weapons: weapons.map { Weapon(code: $0, text: $0) },
            counts: counts,
            evidence: Evidence(
                sentence: sentence,
                range: sentence * 100..<sentence * 100 + quote.utf8.count,
                trigger: sentence * 100..<sentence * 100 + 2,
                quote: quote
            )
        )
    }
}

extension Count {
    /// An exact number of something.
    public static func exactly(
        _ number: Int,
        _ unit: CountUnit = .person,
        _ kind: CountKind,
        isPart: Bool = false,
        scope: CountScope = .event,
        says source: Source? = nil
    ) -> Count {
        Count(
            kind: kind,
            unit: unit,
            low: number,
            best: number,
            high: number,
            qualifier: .exact,
            scope: scope,
            isPart: isPart,
            source: source,
            text: "\(number) \(unit.rawValue)s",
            range: 0..<2
        )
    }

    /// "At least" a number of something: open above.
    public static func atLeast(_ number: Int, _ unit: CountUnit = .person, _ kind: CountKind) -> Count {
        Count(
            kind: kind,
            unit: unit,
            low: number,
            best: number,
            high: nil,
            qualifier: .atLeast,
            text: "at least \(number) \(unit.rawValue)s",
            range: 0..<8
        )
    }

    /// From one number to another.
    public static func between(_ low: Int?, _ high: Int?, _ unit: CountUnit = .person, _ kind: CountKind) -> Count {
        Count(kind: kind, unit: unit, low: low, high: high, qualifier: .between, text: "some", range: 0..<4)
    }
}

extension Place {
    /// A country.
    public static func country(_ name: String, _ code: String) -> Place {
        Place(name: name, text: name, level: .country, country: code)
    }

    /// A first-level region.
    public static func region(_ name: String, _ country: String, id: Int? = nil) -> Place {
        Place(
            name: name,
            text: "the \(name)",
            level: .admin1,
            admin1: name,
            country: country,
            latitude: 51.75,
            longitude: 36,
            geonameid: id,
            admin1ID: id
        )
    }

    /// A second-level region.
    public static func district(_ name: String, _ admin1: String, _ country: String) -> Place {
        Place(name: name, text: name, level: .admin2, admin1: admin1, admin2: name, country: country)
    }

    /// A town or city.
    public static func city(_ name: String, _ admin1: String?, _ country: String, admin2: String? = nil) -> Place {
        Place(name: name, text: name, level: .place, admin1: admin1, admin2: admin2, country: country)
    }
}

extension Source {
    /// A source whose words are its name.
    public static func named(_ name: String, _ kind: SourceKind, _ country: String? = nil) -> Source {
        Source(name: name, text: name, kind: kind, country: country)
    }
}

extension Article {
    /// An invented article.
    public static func made(
        _ path: String = "Articles/0001.txt",
        url: String? = nil,
        publisher: String? = "Harbour Post",
        published: String? = "2031-05-18",
        body: String = "Shells fell on the town, officials said."
    ) -> Article {
        Article(
            path: path,
            url: url,
            publisher: publisher,
            published: published.flatMap { CivilDate(iso: $0) },
            title: "Shells fall",
            language: "en",
            body: body
        )
    }
}
