import Gazetteer

/// What an article's names together say of the countries and regions that it is about.
///
/// Each distinct name votes once for the countries and first-level regions of the places that bear it, by their
/// priors; a name said often counts a little more. A name is chosen by the votes of the others.
struct PlaceContext {
    /// What one name adds.
    fileprivate struct Vote {
        var countries: [(code: String, weight: Double)] = []
        var regions: [(id: PlaceID, weight: Double)] = []
    }

    /// The countries that a town or region speaks for; a bare "United States" may be a party.
    private var local: [String: Double] = [:]
    /// The votes for countries, by code.
    private var countries: [String: Double] = [:]
    /// The code of the country that most names speak for.
    private(set) var leading: String?
    private var regions: [PlaceID: Double] = [:]
    private var votes: [PlaceID: Vote] = [:]
    private var countryTotal = 0.0
    private var regionTotal = 0.0

    init(_ mentions: [PlaceMention], gazetteer: Gazetteer) {
        var times: [PlaceID: Int] = [:]
        var names: [(key: PlaceID, matches: [NameMatch])] = []
        for mention in mentions {
            guard let best = mention.candidates.first else { continue }
            if times[best.place] == nil { names.append((best.place, mention.candidates)) }
            times[best.place, default: 0] += 1
        }
        for (key, matches) in names {
            let repeats = 1 + 0.25 * Double(min(4, times[key, default: 1] - 1))
            let vote = PlaceContext.vote(matches, repeats: repeats, gazetteer)
            let isCountry = matches.first.map { gazetteer.kind(of: $0.place) == .country } ?? false
            for (code, weight) in vote.countries {
                if !isCountry { local[code, default: 0] += weight }
                countries[code, default: 0] += weight
                countryTotal += weight
            }
            for (id, weight) in vote.regions {
                regions[id, default: 0] += weight
                regionTotal += weight
            }
            votes[key] = vote
        }
        leading = countries.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// What the other names than one say, which has these candidates.
    func without(_ candidates: [NameMatch]) -> Others {
        let own = candidates.first.flatMap { votes[$0.place] } ?? Vote()
        return Others(
            all: self,
            own: own,
            countryTotal: countryTotal - own.countries.reduce(0) { $0 + $1.weight },
            regionTotal: regionTotal - own.regions.reduce(0) { $0 + $1.weight }
        )
    }

    /// The votes of all names but one.
    struct Others {
        fileprivate let all: PlaceContext
        fileprivate let own: Vote
        fileprivate let countryTotal: Double
        fileprivate let regionTotal: Double

        /// Whether they speak for countries, with at least so many votes together.
        func isInformed(votes: Double) -> Bool { countryTotal >= votes }

        /// The country that most names speak for.
        var leading: String? { all.leading }

        /// Whether no name lies in a country, whatever is said of the country itself.
        func isBare(country code: String?) -> Bool {
            guard let code else { return true }
            return (all.local[code] ?? 0) - (own.countries.first { $0.code == code }?.weight ?? 0) < 0.15
        }

        /// The part of the votes that a country has, from 0 to 1.
        func share(ofCountry code: String?) -> Double {
            guard let code, countryTotal > 0.01 else { return 0 }
            let weight = own.countries.first { $0.code == code }?.weight ?? 0
            return ((all.countries[code] ?? 0) - weight) / max(1, countryTotal)
        }

        /// The part of the votes that a first-level region has, from 0 to 1.
        func share(ofRegion id: PlaceID?) -> Double {
            guard let id, regionTotal > 0.01 else { return 0 }
            let weight = own.regions.first { $0.id == id }?.weight ?? 0
            return ((all.regions[id] ?? 0) - weight) / max(1, regionTotal)
        }
    }

    /// Divides one name's vote among the places that bear it.
    private static func vote(_ matches: [NameMatch], repeats: Double, _ gazetteer: Gazetteer) -> Vote {
        guard let best = matches.first else { return Vote() }
        let weight =
            switch gazetteer.kind(of: best.place) {
            case .country: 2.0
            case .admin1: 1.5
            default: best.score >= 0.6 ? 1.0 : 0.3
            }
        var countries: [(code: String, weight: Double)] = []
        var regions: [(id: PlaceID, weight: Double)] = []
        for match in matches.prefix(40) {
            let score = match.score * match.score
            if let code = gazetteer.countryCode(of: match.place) {
                if let index = countries.firstIndex(where: { $0.code == code }) {
                    countries[index].weight = max(countries[index].weight, score * score)
                } else {
                    countries.append((code, score * score))
                }
            }
            if let id = gazetteer.admin1(of: match.place) {
                if let index = regions.firstIndex(where: { $0.id == id }) {
                    regions[index].weight = max(regions[index].weight, score)
                } else {
                    regions.append((id, score))
                }
            }
        }
        let allCountries = max(0.0001, countries.reduce(0) { $0 + $1.weight })
        let allRegions = max(0.0001, regions.reduce(0) { $0 + $1.weight })
        return Vote(
            countries: countries.map { ($0.code, $0.weight / allCountries * weight * repeats) },
            regions: regions.map { ($0.id, $0.weight / allRegions * repeats) }
        )
    }
}
