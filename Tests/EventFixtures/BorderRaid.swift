public import DatelineCore

/// An article about one weekend with ten events, as a careful reader would write them down.
public enum BorderRaid {
    /// The article, printed on a Sunday.
    public static let article = Article.made("Articles/border-raid.txt", publisher: "Coastal Courier")

    static let oblast = Place.region("Belgorod Oblast", "RU", id: 578_071)
    static let city = Place.city("Belgorod", "Belgorod Oblast", "RU")
    static let russia = Place.country("Russia", "RU")
    static let ukraine = Place.country("Ukraine", "UA")
    static let district = Place.district("Okhtyrka Raion", "Sumy Oblast", "UA")
    static let ministry = Source.named("Russian Defence Ministry", .belligerentMilitary, "RU")
    static let officials = Source.named("Belgorod officials", .localAuthority, "RU")
    static let airForce = Source.named("Ukrainian Air Force", .belligerentMilitary, "UA")
    static let agency = Source.named("TASS", .stateMedia, "RU")

    /// The events in the order of the text; their numbers in an empty database are 1 to 10.
    public static let events: [Event] = [
        .made(
            .battleOffensive,
            "2031-05-13",
            "2031-05-18",
            precision: .range,
            at: oblast,
            says: .named("Volodymyr Zelenskiy", .belligerentGovernment, "UA"),
            status: .confirmed,
            by: "Ukraine",
            on: "Russia",
            sentence: 1,
            quote: "The president confirmed the push into the Belgorod region."
        ),
        .made(
            .interceptionAirDefence,
            "2031-05-17",
            "2031-05-18",
            precision: .night,
            at: oblast,
            says: ministry,
            status: .claimed,
            by: "Russia",
            on: "Ukraine",
            with: ["uav", "missile.ballistic.tochka"],
            counts: [.exactly(9, .drone, .intercepted), .exactly(3, .missile, .intercepted)],
            sentence: 7,
            quote: "It destroyed 9 drones and three Tochka-U missiles over the Belgorod region overnight."
        ),
        .made(
            .interceptionAirDefence,
            "2031-05-17",
            "2031-05-18",
            precision: .night,
            at: russia,
            says: ministry,
            status: .claimed,
            by: "Russia",
            on: "Ukraine",
            with: ["uav"],
            counts: [.exactly(21, .drone, .intercepted)],
            sentence: 8,
            quote: "21 more were downed elsewhere."
        ),
        .made(
            .attackDebris,
            "2031-05-18",
            precision: .partOfDay,
            at: city,
            says: officials,
            by: "Ukraine",
            with: ["missile"],
            counts: [.exactly(17, .person, .injured), .exactly(1, .building, .buildings)],
            sentence: 11,
            quote: "17 people were hurt when debris fell on a block of flats."
        ),
        .made(
            .evacuationMovement,
            nil,
            "2031-05-17",
            precision: .asOf,
            at: oblast,
            says: agency,
            counts: [
                Count(
                    kind: .evacuated,
                    unit: .person,
                    low: 41_001,
                    best: 41_000,
                    high: nil,
                    qualifier: .moreThan,
                    scope: .runningTotal,
                    asOf: CivilDate(iso: "2031-05-17"),
                    text: "over 41,000 people",
                    range: 0..<4
                )
            ],
            sentence: 13,
            quote: "Over 41,000 people had been moved as of Saturday."
        ),
        .made(
            .evacuationOrder,
            "2031-05-18",
            precision: .inferred,
            at: oblast,
            by: "Alexei Markov",
            sentence: 14,
            quote: "The governor ordered a faster evacuation."
        ),
        .made(
            .attackDebris,
            "2031-05-18",
            precision: .inferred,
            at: district,
            says: .named("Ukrainian officials", .belligerentGovernment, "UA"),
            by: "Russia",
            with: ["missile.ballistic.kn23"],
            counts: [
                .exactly(3, .person, .killed), .exactly(1, .child, .killed, isPart: true),
                .exactly(5, .person, .injured),
            ],
            sentence: 16,
            quote: "Debris killed a father and his two sons outside Okhtyrka."
        ),
        .made(
            .attackLaunch,
            "2031-05-18",
            precision: .inferred,
            at: ukraine,
            says: airForce,
            status: .unverified,
            by: "Russia",
            on: "Ukraine",
            with: ["uav.oneway.shahed"],
            counts: [.exactly(44, .drone, .launched)],
            sentence: 22,
            quote: "44 attack drones came in, 39 of which were shot down."
        ),
        .made(
            .interceptionAirDefence,
            "2031-05-18",
            precision: .inferred,
            at: ukraine,
            says: airForce,
            status: .unverified,
            by: "Ukraine",
            on: "Russia",
            with: ["uav.oneway.shahed"],
            counts: [.exactly(39, .drone, .intercepted)],
            sentence: 22,
            quote: "44 attack drones came in, 39 of which were shot down."
        ),
        .made(
            .attackLaunch,
            "2031-05-18",
            precision: .inferred,
            at: ukraine,
            says: airForce,
            status: .unverified,
            by: "Russia",
            on: "Ukraine",
            with: ["missile.ballistic.kn23"],
            counts: [.exactly(6, .missile, .launched), .exactly(2, .missile, .fateUnknown, isPart: true)],
            sentence: 23,
            quote: "Six ballistic missiles were fired; what became of two is not known."
        ),
    ]
}
