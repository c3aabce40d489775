import DatelineCore

/// Writes invented events, one a line, in the columns of UCDP GED.
struct RowWriter {
    /// The names of the columns.
    static let header = Array(
        """
        id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,\
        dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,\
        number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,\
        where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,\
        region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,\
        high,low,gwnoa,gwnob

        """.utf8
    )

    private var random: SplitMix64
    private let places: EventPlaces
    private let conflicts: Conflicts
    private let sources: [[UInt8]]
    private let offices: [[UInt8]]
    private let words: [[UInt8]]
    private let wordChoice: WeightedChoice
    private let sourceChoice: WeightedChoice
    private let officeChoice: WeightedChoice
    private var text: [UInt8] = []

    /// 1989 to 2024, as days since 1970-01-01.
    private static let firstDay = CivilDate(year: 1989, month: 1, day: 1).map(\.dayNumber) ?? 0
    private static let lastDay = CivilDate(year: 2024, month: 12, day: 31).map(\.dayNumber) ?? 0

    init(seed: UInt64) {
        var random = SplitMix64(state: seed)
        var names = InventedWords()
        places = EventPlaces(towns: 105_000, &random)
        words = names.vocabulary(50_000, &random)
        conflicts = Conflicts(countries: places.countries.map(\.name), &names, &random)
        sources = (0..<20_000).map { index in
            let kind = ["Ministry", "Police", "Monitor", "Hospital", "Network", "Witnesses"][index % 6]
            return Array("\(names.name(syllables: 3, &random)) \(kind)".utf8)
        }
        offices = (0..<400).map { _ in Array("\(names.name(syllables: 3, &random)) Press".utf8) }
        wordChoice = WeightedChoice(zipf: words.count)
        sourceChoice = WeightedChoice(zipf: sources.count)
        officeChoice = WeightedChoice(zipf: offices.count)
        self.random = random
    }

    /// Appends the row of a number.
    mutating func append(_ number: Int, to row: inout [UInt8]) {
        let town = places.towns[places.choice(&random)]
        let dyads = conflicts.dyads[town.country]
        let skew = random.fraction()
        let dyad = dyads[Int(skew * skew * skew * Double(dyads.count))]
        let (first, last, precision) = days()
        let year = CivilDate(dayNumber: first).year

        row.append(number: number)
        row.append(contentsOf: "GED-".utf8)
        row.append(digits: year)
        row.append(45)
        row.append(digits: number)
        row.append(44)
        row.append(number: year)
        row.append(number: 1)
        row.append(contentsOf: "Clear,".utf8)
        row.append(number: dyad.violence)
        row.append(contentsOf: dyad.cells)
        appendSources(day: last, to: &row)
        appendPlace(town, to: &row)
        row.append(number: random.below(15) == 0 ? 2 : 1)
        row.append(number: precision)
        row.append(number: first * 86_400)
        row.append(number: last * 86_400)
        appendDeaths(violence: dyad.violence, to: &row)
        if dyad.violence == 1 { row.append(number: town.country + 1) } else { row.append(44) }
        row.append(10)
    }

    /// The first and the last day and the number of UCDP for their precision.
    private mutating func days() -> (first: Int, last: Int, precision: Int) {
        let first = Self.firstDay + random.below(Self.lastDay - Self.firstDay + 1)
        let (length, precision) =
            switch random.below(100) {
            case ..<85: (1, 1)
            case ..<95: (2 + random.below(5), 2)
            case ..<96: (7, 3)
            case ..<99: (8 + random.below(23), 4)
            default: (32 + random.below(300), 5)
            }
        return (first, min(Self.lastDay, first + length - 1), precision)
    }

    /// Appends `number_of_sources` to `source_original`.
    private mutating func appendSources(day: Int, to row: inout [UInt8]) {
        makeText()
        let office = offices[officeChoice(&random)]
        let isOld = random.below(3) == 0
        row.append(number: isOld ? -1 : 1)
        row.append(cell: text)
        if isOld {
            row.append(contentsOf: ",,,".utf8)
        } else {
            row.append(cell: office)
            row.append(cell: CivilDate(dayNumber: day).description.utf8)
            let headline = text.prefix(30 + random.below(40))
            row.append(
                contentsOf: headline.prefix(upTo: headline.lastIndex(of: 32) ?? headline.endIndex).filter {
                    $0 != 34 && $0 != 44
                }
            )
            row.append(44)
        }
        if random.below(8) != 0 { row.append(contentsOf: sources[sourceChoice(&random)]) }
        row.append(44)
    }

    /// Makes a sentence of 90 to 180 characters; one in six needs quotes.
    private mutating func makeText() {
        let length = 85 + random.below(90)
        let comma = random.below(6) == 0 ? 20 + random.below(50) : Int.max
        var hasComma = false
        text.removeAll(keepingCapacity: true)
        while text.count < length {
            if !text.isEmpty { text.append(32) }
            text.append(contentsOf: words[wordChoice(&random)])
            if text.count > comma, !hasComma {
                text.append(44)
                hasComma = true
            }
        }
        if hasComma, random.below(4) == 0 {
            text.append(contentsOf: " \"".utf8)
            text.append(contentsOf: words[wordChoice(&random)])
            text.append(34)
        }
        text[0] -= 32
        text.append(46)
    }

    /// Appends `where_prec` to `region`: the town, or only a wider area.
    private mutating func appendPlace(_ town: EventPlaces.Town, to row: inout [UInt8]) {
        switch random.below(100) {
        case ..<60:
            row.append(number: 1)
            row.append(contentsOf: town.cells)
        case ..<86:
            row.append(number: 2)
            row.append(contentsOf: town.cells)
        case ..<98:
            row.append(number: 4)
            row.append(contentsOf: places.provinces[town.admin1].cells)
        default:
            row.append(number: 6)
            row.append(contentsOf: places.countries[town.country].cells)
        }
    }

    /// Appends `deaths_a` to `low`; the four kinds of deaths add up to the best number.
    private mutating func appendDeaths(violence: Int, to row: inout [UInt8]) {
        let isNone = random.below(11) == 0
        let tail = 1 / (1 - random.fraction())
        let best = isNone ? 0 : min(Int(tail), 2000)
        let first = random.below(best + 1)
        let parts = violence == 3 ? [0, 0, best, 0] : [first, best - first, 0, 0]
        for part in parts { row.append(number: part) }
        row.append(number: best)
        row.append(number: best + (random.below(6) == 0 ? 1 + random.below(best + 3) : 0))
        row.append(number: best - (random.below(7) == 0 ? random.below(best + 1) : 0))
    }
}
