import ArgumentParser
import DatelineCore
import Gazetteer

/// Finds the one place that a user names.
struct PlaceFinder {
    let gazetteer: Gazetteer

    /// A place, and what the user should know about how the name was taken.
    typealias Finding = (place: Place, note: String?)

    /// How far the likeliest place's score must lie before the next: about ten times the people.
    private static let clearLead = 0.15

    /// The place of a name, of `#` and a GeoNames id, or of coordinates (`51.73, 36.19`).
    ///
    /// Behind commas may stand what it lies in, or its country's code: “Springfield, Illinois, US”. “Kursk city” is
    /// the town and not the region; with `isTown` only towns are looked for.
    /// - Throws: `ValidationError` where no place bears the name, or several do, with the candidates.
    func place(_ text: String, isTown: Bool = false) throws -> Finding {
        let text = text.trimmed
        if text.hasPrefix("#"), let id = Int(text.dropFirst()) { return (try place(id: id), nil) }
        if let coordinates = PlaceFinder.coordinates(text) {
            return (try place(nil, at: coordinates), nil)
        }
        let all = candidates(text)
        let candidates = isTown ? all.filter { gazetteer.kind(of: $0.place) == .populatedPlace } : all
        guard let first = candidates.first else {
            guard all.isEmpty else {
                throw ValidationError("“\(text)” is no town; write --region for a region, or coordinates.")
            }
            throw unknown(text)
        }
        let place = gazetteer.place(first.place, text: text)
        guard candidates.count > 1 else { return (place, nil) }
        let isFarAhead = first.score >= candidates[1].score + PlaceFinder.clearLead
        guard first.isCapital || isFarAhead else { throw ambiguous(text, candidates) }
        return (place, "“\(text)” is taken as \(described(first.place)); others: dateline gazetteer find \"\(text)\"")
    }

    /// The place of a GeoNames id.
    func place(id: Int) throws -> Place {
        guard let entry = gazetteer.entry(geonameid: id) else {
            throw ValidationError("the gazetteer has no place with the GeoNames id \(id).")
        }
        return gazetteer.place(entry.id, text: entry.name)
    }

    /// A site at coordinates, in what a place of that name lies in where the gazetteer has one.
    ///
    /// Where it has none the name is kept as it is, and what stands behind a comma is what it lies in.
    func place(_ name: String?, at coordinates: (latitude: Double, longitude: Double)) throws -> Place {
        guard (-90...90).contains(coordinates.latitude), (-180...180).contains(coordinates.longitude) else {
            throw ValidationError("a latitude is from -90 to 90, a longitude from -180 to 180.")
        }
        let text = name?.trimmed ?? ""
        let parts = text.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
        var site: Place
        if text.isEmpty {
            site = Place(name: "\(coordinates.latitude), \(coordinates.longitude)", text: text, level: .site)
        } else if !candidates(text).isEmpty {
            site = try place(text).place
        } else if parts.count == 2 {
            site = try place(parts[1]).place
            site.name = parts[0]
            site.geonameid = nil
        } else {
            site = Place(name: text, text: text, level: .site)
        }
        site.text = text.isEmpty ? site.name : text
        site.level = .site
        site.latitude = coordinates.latitude
        site.longitude = coordinates.longitude
        return site
    }

    static func coordinates(_ text: String) -> (latitude: Double, longitude: Double)? {
        let parts = text.split(separator: ",").map { Double(String($0).trimmed) }
        guard parts.count == 2, let latitude = parts[0], let longitude = parts[1] else { return nil }
        return (latitude, longitude)
    }

    // MARK: Names

    private func candidates(_ text: String) -> [NameMatch] {
        let parts = text.split(separator: ",").map { String($0).trimmed }
        guard let name = parts.first else { return [] }
        var found = named(name).filter { match in parts.dropFirst().allSatisfy { liesIn(match.place, $0) } }
        let words = name.split(separator: " ")
        if found.isEmpty, words.count > 1, let feature = words.last, ["city", "town", "village"].contains(feature) {
            found = named(words.dropLast().joined(separator: " ")).filter { match in
                gazetteer.kind(of: match.place) == .populatedPlace
                    && parts.dropFirst().allSatisfy { liesIn(match.place, $0) }
            }
        }
        return found
    }

    /// The places of a name, each once, the likeliest first; peoples are no places.
    private func named(_ name: String) -> [NameMatch] {
        var seen: Set<PlaceID> = []
        return gazetteer.matches(of: NameFolding.fold(name)).filter { match in
            match.kind != .demonym && seen.insert(match.place).inserted
        }
    }

    private func liesIn(_ place: PlaceID, _ name: String) -> Bool {
        if gazetteer.entry(place).countryCode == name.uppercased() { return true }
        let parents = Set(gazetteer.parents(place))
        return gazetteer.matches(of: NameFolding.fold(name)).contains { parents.contains($0.place) }
    }

    private func described(_ place: PlaceID) -> String {
        let entry = gazetteer.entry(place)
        let parts = [entry.name] + gazetteer.parents(place).map(gazetteer.name(of:)).filter { $0 != entry.name }
        let id = entry.geonameid.map { ", #\($0)" } ?? ""
        return "\(parts.joined(separator: ", ")) (\(entry.kind.label)\(id))"
    }

    private func unknown(_ text: String) -> ValidationError {
        ValidationError(
            "the gazetteer has no place called “\(text)”; give --latitude and --longitude, or add it by --places FILE."
        )
    }

    private func ambiguous(_ text: String, _ candidates: [NameMatch]) -> ValidationError {
        let shown = candidates.prefix(8).map { "\n  \(described($0.place))" }.joined()
        let more = candidates.count > 8 ? "\n  and \(candidates.count - 8) more" : ""
        return ValidationError(
            "“\(text)” may be any of these; say which by what it lies in or by #ID:\(shown)\(more)"
        )
    }
}

extension String {
    /// The text without white space around it.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
