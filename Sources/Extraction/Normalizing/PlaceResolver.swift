import DatelineCore
import Gazetteer

/// Chooses among the places of one name by what the article says elsewhere.
///
/// One sense a discourse; the countries and regions that the article names; containment ("Brovary, Kyiv region");
/// the word beside the name (city or region); the gazetteer's prior.
struct PlaceResolver: Sendable {
    let gazetteer: Gazetteer

    /// Resolves the mentions; gives back the country that the article is mostly about.
    func resolve(_ mentions: inout [PlaceMention], in document: Document) -> Place? {
        let context = PlaceContext(mentions, gazetteer: gazetteer)
        let leading = context.leading.flatMap(country)
        for index in mentions.indices { choose(index, in: &mentions, document: document, context) }
        // A second pass with the regions now known.
        let region = mainRegion(mentions)
        for index in mentions.indices where mentions[index].entry == nil && !mentions[index].isAnaphor {
            adoptRegion(index, in: &mentions, document: document, region: region)
        }
        keepTold(&mentions, in: document)
        let capitals = capitals(in: mentions)
        for index in mentions.indices where mentions[index].isAnaphor || mentions[index].isCapital {
            recall(index, in: &mentions, document: document, country: leading?.country, capitals)
        }
        for index in mentions.indices.dropFirst() { markDescription(index, in: &mentions, document: document) }
        return leading
    }

    /// The country of a code.
    func country(_ code: String) -> Place? {
        gazetteer.place(code: code).map { gazetteer.place($0, text: code) }
    }

    /// The first-level regions that the places lie in, by GeoNames id.
    func regions(of mentions: [PlaceMention]) -> [Int: Place] {
        var regions: [Int: Place] = [:]
        for index in mentions.indices {
            guard let id = mentions[index].place?.admin1ID, regions[id] == nil,
                let region = gazetteer.place(geonameid: id)
            else { continue }
            regions[id] = gazetteer.place(region, text: mentions[index].place?.text ?? "")
        }
        return regions
    }

    private func choose(
        _ index: Int,
        in mentions: inout [PlaceMention],
        document: Document,
        _ context: PlaceContext
    ) {
        let candidates = mentions[index].candidates
        let feature = mentions[index].feature
        guard !candidates.isEmpty else { return }
        let container = neighbour(of: index, in: mentions, document: document)
        let others = context.without(candidates)
        let isDistrict = feature == .admin2 || candidates.allSatisfy { gazetteer.kind(of: $0.place) == .admin2 }
        // An area or a sea of many countries bears the name.
        let isWide = candidates.contains {
            gazetteer.countryCode(of: $0.place) == nil && [.area, .sea].contains(gazetteer.kind(of: $0.place))
        }
        var best: (match: NameMatch, score: Double, isInside: Bool)?
        for match in candidates {
            let kind = gazetteer.kind(of: match.place)
            // "The Middle East" in an article on the United States is no quarter of Baltimore.
            let isHidden = isWide && kind == .populatedPlace
            let share = isHidden ? 0 : others.share(ofCountry: gazetteer.countryCode(of: match.place))
            var score = match.score + 0.9 * share
            // Of two towns of one name the one in a region that the article names.
            if kind != .admin1, kind != .admin2 || isDistrict {
                let region = gazetteer.admin1(of: match.place)
                if !bearsName(of: region, candidates) { score += others.share(ofRegion: region) }
            }
            switch feature {
            case .admin1:
                // "Kyiv region" is not the city that is a region of its own.
                score += kind == .admin1 ? (gazetteer.name(of: match.place).hasSuffix(" City") ? 0.2 : 0.8) : -0.3
            case .admin2: score += kind == .admin2 ? 0.8 : kind == .admin1 ? 0 : -0.1
            case .place: score += kind == .populatedPlace ? 0.5 : -0.3
            case .near, .site: score += kind == .populatedPlace || kind == .area ? 0.2 : 0
            default: score += kind == .admin2 ? -0.7 : kind == .admin1 ? -0.05 : 0
            }
            var isInside = false
            if let container {
                let ids = mentions[container].candidates.prefix(4).map(\.place)
                isInside = ids.contains { $0 != match.place && gazetteer.contains($0, match.place) }
                if isInside { score += 1 }
            }
            if best.map({ score > $0.score }) ?? true { best = (match, score, isInside) }
        }
        guard let best else { return }
        let entry = gazetteer.entry(best.match.place)
        // A village of this name at the other end of the world: the name is one that the gazetteer lacks here.
        let isTold = container.map { isToldElsewhere(mentions[index], best.match, mentions[$0], document) } ?? false
        // A city abroad needs more names against it than a village.
        let isInformed = others.isInformed(votes: entry.population < 100_000 ? 1.5 : 6)
        if best.match.score < 0.75, entry.countryCode != nil, !best.isInside,
            entry.kind != .country, entry.kind != .admin1, candidates.count > 1 || best.match.score < 0.45,
            isTold || isInformed && isForeign(best.match, entry, others)
        {
            mentions[index].candidates = []
            mentions[index].rule = "unknown-name"
            return
        }
        mentions[index].entry = best.match.place
        mentions[index].place = place(of: mentions[index], id: best.match.place, document: document)
        mentions[index].rule = !best.isInside ? (feature == nil ? "place-name" : "feature-word") : "contained"
        mentions[index].container = container
    }

    /// Whether a region bears the name as well: "Gaza" is then no town because the article is about the region.
    private func bearsName(of region: PlaceID?, _ candidates: [NameMatch]) -> Bool {
        guard let region else { return false }
        return candidates.contains { $0.place == region && $0.score >= 0.3 }
    }

    /// Whether the article's other names speak for another country; a village needs more than a mention of its own.
    private func isForeign(_ match: NameMatch, _ entry: GazetteerEntry, _ others: PlaceContext.Others) -> Bool {
        let share = others.share(ofCountry: entry.countryCode)
        if share < 0.05 { return true }
        // A quarter of that name in a far country that is only a party: "United States air raids".
        if match.score < 0.45, share < 0.5, others.isBare(country: entry.countryCode), isFar(entry, others) {
            return true
        }
        return match.score < 0.35 && share < 0.15 && others.share(ofRegion: entry.admin1) < 0.02
    }

    /// Whether a place lies more than 2,500 km from the middle of the country that most names speak for.
    private func isFar(_ entry: GazetteerEntry, _ others: PlaceContext.Others) -> Bool {
        guard let code = others.leading, let country = gazetteer.place(code: code),
            let place = entry.countryCode.flatMap({ gazetteer.place(code: $0) })
        else { return false }
        let gap = PlaceRelation.distance(
            gazetteer.place(country, text: code),
            gazetteer.place(place, text: code)
        )
        return (gap ?? 0) > 2500
    }

    /// The mention right after ("X, Y region", "X in Y") or right before ("Y's X") that may contain this one.
    private func neighbour(of index: Int, in mentions: [PlaceMention], document: Document) -> Int? {
        if index + 1 < mentions.count {
            let gap = between(mentions[index].tokens.upperBound, mentions[index + 1].tokens.lowerBound)
            if gap.count <= 3,
                gap.allSatisfy({ [",", "in", "the", "'s", "of", "("].contains(document.word($0)) })
            {
                return index + 1
            }
        }
        if index > 0, mentions[index - 1].isOwner {
            let gap = between(mentions[index - 1].tokens.upperBound, mentions[index].tokens.lowerBound)
            if gap.count <= 2 { return index - 1 }
        }
        return nil
    }

    /// "Sollé, in Loroum province", "Derhachi, 12 km from Kharkiv": the second name tells more of the first.
    private func markDescription(_ index: Int, in mentions: inout [PlaceMention], document: Document) {
        let gap = between(mentions[index - 1].tokens.upperBound, mentions[index].tokens.lowerBound)
        guard
            gap.count <= 3 && gap.allSatisfy({ [",", "in", "of", "the", "("].contains(document.word($0)) })
                || gap.count <= 6
                    && PlaceRecognizer.endOfExplanation(after: gap.lowerBound, in: document) == gap.upperBound
        else { return }
        let (first, second) = (mentions[index - 1], mentions[index])
        guard !first.isOwner, !second.isOwner, first.role != .between, let inner = first.place, let outer = second.place
        else { return }
        let words = gap.map { document.word($0) }
        let isBeside = second.isNear && !first.isNear && (words == [","] || words.isEmpty && inner.level == .sea)
        let isContainer =
            outer.level.isWider(than: inner.level) && !words.isEmpty
            && (first.entry == nil || second.entry == nil && second.feature == .admin2
                || PlaceRelation.contains(outer, inner))
        guard isBeside || isContainer else { return }
        mentions[index].isDescription = true
        if first.role == nil, isContainer, second.role != nil || first.feature != nil {
            mentions[index - 1].role = .location
        }
    }

    /// A name that the gazetteer lacks takes the region that the sentence or the text before it names.
    private func adoptRegion(_ index: Int, in mentions: inout [PlaceMention], document: Document, region: Place?) {
        let mention = mentions[index]
        let text = document.text(of: mention.tokens)
        let name = document.name(of: mention.feature == .site ? mention.tokens : mention.name)
        // An unknown "district" is most often one of a city.
        let level: PlaceLevel = mention.feature == .admin2 ? .near : mention.isNear ? .near : mention.feature ?? .place
        var place = Place(name: name, text: text, level: level)
        let sentence = document.sentences[document.sentence(ofToken: mention.tokens.lowerBound)]
        let window = max(0, index - 60)..<min(mentions.count, index + 60)
        let order = window.filter { $0 != index && mentions[$0].entry != nil }
            .map { (index: $0, distance: distance($0, in: mentions, to: mention, sentence)) }
            .sorted { $0.distance < $1.distance }.map(\.index)
        for other in order {
            guard let near = mentions[other].place, let id = mentions[other].entry else { continue }
            // Where people go or missiles come from lies elsewhere.
            if mentions[other].role == .origin && !mentions[other].isDescription { continue }
            // Nor does the town that a report was written in tell where its places are.
            if mentions[other].isHeading, isDateline(mentions[other], in: document) { continue }
            if mentions[other].role == .target || mentions[other].role == .agent, near.level == .country { continue }
            let otherSentence = document.sentence(ofToken: mentions[other].tokens.lowerBound)
            let isNearby = abs(document.sentences[otherSentence].paragraph - sentence.paragraph) <= 1
            let kind = gazetteer.kind(of: id)
            // An owner ("Israel ordered …") tells of a doer, not of where the name lies.
            if place.country == nil, !mentions[other].isOwner, mentions[other].role != nil || kind != .country {
                place.country = near.country
                place.countryID = near.countryID
            }
            guard near.country == place.country, isNearby, kind != .country else { continue }
            if let admin1 = near.admin1 {
                place.admin1 = admin1
                place.admin1ID = near.admin1ID
                break
            }
        }
        // An owner is better than none.
        let fallback = order.first { mentions[$0].role != .target && mentions[$0].role != .origin } ?? order.first
        if place.country == nil, let near = fallback.flatMap({ mentions[$0].place }) {
            (place.country, place.countryID) = (near.country, near.countryID)
        }
        if place.admin1 == nil, let region, place.country == nil || place.country == region.country {
            (place.admin1, place.admin1ID) = (region.admin1, region.admin1ID)
            place.country = place.country ?? region.country
        }
        mentions[index].place = place
    }

    /// Whether a name opens the text.
    private func isDateline(_ mention: PlaceMention, in document: Document) -> Bool {
        document.sentence(ofToken: mention.tokens.lowerBound) == 0
    }

    /// The first-level region that most of the article's places lie in, if it is more than half of them.
    private func mainRegion(_ mentions: [PlaceMention]) -> Place? {
        var counts: [String: Int] = [:]
        var total = 0
        for index in mentions.indices where mentions[index].entry != nil {
            guard let region = mentions[index].place?.admin1 else { continue }
            counts[region, default: 0] += 1
            total += 1
        }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value * 2 > total
        else { return nil }
        return mentions.lazy.filter { $0.entry != nil }.compactMap(\.place).first { $0.admin1 == most.key }
    }

    private func distance(
        _ index: Int,
        in mentions: [PlaceMention],
        to other: PlaceMention,
        _ sentence: Sentence
    ) -> Int {
        let start = mentions[index].tokens.lowerBound
        let gap = start - other.tokens.lowerBound
        let ownSentence = sentence.tokens.contains(start)
        return (ownSentence ? 0 : 1000) + abs(gap) + (gap > 0 && !ownSentence ? 500 : 0)
            + (mentions[index].isOwner ? 40 : 0)
    }

    private static let directions: WordSet = [
        "central", "northern", "southern", "eastern", "western", "northeastern", "northwestern", "southeastern",
        "southwestern", "north", "south", "east", "west",
    ]

    /// "central Israel", "the north of Gaza": a part of a country or region, by the word before its name.
    private func part(of mention: PlaceMention, document: Document) -> String? {
        let before = mention.name.lowerBound - 1
        guard before >= 0, PlaceResolver.directions.contains(document.word(before)),
            mention.tokens.upperBound == mention.name.upperBound
        else { return nil }
        return document.name(of: before..<mention.name.upperBound)
    }

    /// The gazetteer's place, at the level and under the name that the words beside it give it.
    private func place(of mention: PlaceMention, id: PlaceID, document: Document) -> Place {
        let text = document.text(of: mention.tokens)
        var place = gazetteer.place(id, text: text)
        if let part = part(of: mention, document: document), place.level == .country || place.level == .admin1 {
            // The id is that of the whole.
            (place.name, place.level, place.geonameid) = (part, .area, nil)
        }
        if mention.isNear, place.level == .place || place.level == .admin2 { place.level = .near }
        if mention.feature == .admin2, place.level == .place || place.level == .near { place.level = .admin2 }
        if mention.feature == .site, [.place, .near, .area].contains(place.level) {
            (place.name, place.level) = (text, .site)
        }
        return place
    }
}
