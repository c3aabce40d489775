import DatelineCore
import Gazetteer

extension PlaceResolver {
    /// Whether the text puts a small place into a first-level region where the gazetteer has none of its name: "Pelen
    /// town in Odra region" is then one that the gazetteer lacks.
    func isToldElsewhere(
        _ mention: PlaceMention,
        _ match: NameMatch,
        _ container: PlaceMention,
        _ document: Document
    ) -> Bool {
        let gap = between(mention.tokens.upperBound, container.tokens.lowerBound)
        guard gap.contains(where: { document.word($0) == "in" }), let own = gazetteer.admin1(of: match.place) else {
            return false
        }
        let country = gazetteer.countryCode(of: match.place)
        let likely = container.candidates.filter { $0.score * 2 >= container.candidates[0].score }
        let around = likely.map(\.place).filter {
            gazetteer.countryCode(of: $0) == country && gazetteer.kind(of: $0) != .country
        }
        return !around.isEmpty && around.allSatisfy { ($0 == own ? own : gazetteer.admin1(of: $0)) != own }
    }

    /// A name whose region the text tells once has it throughout.
    func keepTold(_ mentions: inout [PlaceMention], in document: Document) {
        var told: [String: Place] = [:]
        for index in mentions.indices.dropLast() where mentions[index].entry == nil && !mentions[index].isAnaphor {
            let gap = between(mentions[index].tokens.upperBound, mentions[index + 1].tokens.lowerBound)
            guard gap.count <= 3, gap.contains(where: { document.word($0) == "in" }),
                gap.allSatisfy({ [",", "in", "the"].contains(document.word($0)) }),
                let region = mentions[index + 1].place, region.level == .admin1,
                mentions[index].place?.admin1ID == region.admin1ID
            else { continue }
            let name = document.name(of: mentions[index].name)
            if told[name] == nil { told[name] = region }
        }
        guard !told.isEmpty else { return }
        for index in mentions.indices where !mentions[index].isAnaphor && mentions[index].feature != .admin1 {
            guard let region = told[document.name(of: mentions[index].name)], let known = mentions[index].place,
                known.admin1ID != region.admin1ID
            else { continue }
            let level: PlaceLevel = mentions[index].isNear ? .near : mentions[index].feature ?? .place
            var place = Place(name: document.name(of: mentions[index].name), text: known.text, level: level)
            (place.admin1, place.admin1ID) = (region.admin1, region.admin1ID)
            (place.country, place.countryID) = (region.country, region.countryID)
            mentions[index].place = place
            mentions[index].entry = nil
            mentions[index].rule = "region-told"
        }
    }
}
