import DatelineCore
import Gazetteer

extension PlaceResolver {
    /// "the city" is the last town named before, also within a source's name ("Kursk officials"); "the hotel" the last
    /// one; "the capital" that of the country, where the article names it.
    func recall(
        _ index: Int,
        in mentions: inout [PlaceMention],
        document: Document,
        country: String?,
        _ capitals: [String?: PlaceMention]
    ) {
        let mention = mentions[index]
        let found: PlaceMention?
        if mention.isCapital || mention.feature == .unknown {
            let near = mention.isCapital ? nil : nearCapital(before: index, in: mentions, document: document)
            found = near ?? capitals[mention.place?.country ?? country]
        } else {
            let noun = document.word(mention.tokens.upperBound - 1)
            let earlier = (max(0, index - 200)..<index).last { earlier in
                !mentions[earlier].isAnaphor && isMeant(earlier, of: mentions, by: mention, noun: noun, document)
            }
            found = earlier.map { mentions[$0] }
        }
        guard let found, var place = found.place else {
            if mention.isCapital { mentions[index].isOwner = true }
            return
        }
        // "the province" is the one that the last place lies in.
        var entry = found.entry
        if mention.feature == .admin1, place.level != .admin1 {
            guard let region = place.admin1ID.flatMap({ gazetteer.place(geonameid: $0) }) else { return }
            (place, entry) = (gazetteer.place(region, text: ""), region)
        }
        if place.level != .site { place.text = document.text(of: mention.tokens) }
        if mention.isNear, place.level == .place { place.level = .near }
        if !mention.isNear, place.level == .near, found.isNear { place.level = .place }
        mentions[index].place = place
        mentions[index].entry = entry
        mentions[index].rule = "place-recalled"
    }

    /// The first mention of each country's capital, by the country.
    func capitals(in mentions: [PlaceMention]) -> [String?: PlaceMention] {
        var capitals: [String?: PlaceMention] = [:]
        for index in mentions.indices where !mentions[index].isCapital {
            guard let entry = mentions[index].entry, gazetteer.kind(of: entry) == .populatedPlace,
                let match = mentions[index].candidates.first(where: { $0.place == entry }), match.isCapital
            else { continue }
            let country = mentions[index].place?.country
            if capitals[country] == nil { capitals[country] = mentions[index] }
        }
        return capitals
    }

    /// A capital named before in the same sentence: "Paris mayor X said … towards the capital".
    private func nearCapital(before index: Int, in mentions: [PlaceMention], document: Document) -> PlaceMention? {
        let sentence = document.sentence(ofToken: mentions[index].tokens.lowerBound)
        let start = document.sentences[sentence].tokens.lowerBound
        var other = index - 1
        while other >= 0, mentions[other].tokens.lowerBound >= start {
            if let entry = mentions[other].entry, gazetteer.kind(of: entry) == .populatedPlace,
                mentions[other].candidates.first(where: { $0.place == entry })?.isCapital == true
            {
                return mentions[other]
            }
            other -= 1
        }
        return nil
    }

    /// Whether a noun such as "village" or "hotel" can mean a place named before.
    private func isMeant(
        _ earlier: Int,
        of mentions: [PlaceMention],
        by mention: PlaceMention,
        noun: Word,
        _ document: Document
    ) -> Bool {
        guard let level = mentions[earlier].place?.level else { return false }
        let entry = mentions[earlier].entry
        var hasNoun: Bool { mentions[earlier].tokens.contains { document.word($0) == noun } }
        switch mention.feature {
        case .site: return hasNoun
        case .country: return entry.map { gazetteer.kind(of: $0) } == .country && level == .country
        case .near: return mention.isHeading ? mentions[earlier].isHeading : hasNoun
        case .place:
            guard let entry else { return level == .place && noun != "city" }
            guard gazetteer.kind(of: entry) == .populatedPlace else { return false }
            let people = gazetteer.entry(entry).population
            // A million people are no village, a thousand no city.
            return switch noun {
            case "village", "hamlet": people < 100_000
            case "town": people < 1_000_000
            case "city": people == 0 || people > 10_000
            default: true
            }
        case .admin1:
            // "Odra's governor said that two people died in the region"
            let isNear =
                document.sentence(ofToken: mentions[earlier].tokens.lowerBound)
                == document.sentence(ofToken: mention.tokens.lowerBound)
            return mentions[earlier].place?.admin1ID != nil
                && (level == .admin1 || mentions[earlier].isLocation || mentions[earlier].isOwner && isNear)
        default: return hasNoun || ["district", "raion"].contains(noun) && level == .admin2
        }
    }
}
