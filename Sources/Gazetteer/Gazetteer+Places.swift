public import DatelineCore

extension Gazetteer {
    /// What is known of a place.
    ///
    /// An id that this gazetteer did not give leads to an entry without a name.
    public func entry(_ id: PlaceID) -> GazetteerEntry {
        if let own = overlay?.entry(id, firstIndex: header.placeCount) { return own }
        let offset = placeOffset(Int(id.index))
        let isKnown = id.index < header.placeCount
        let geonameid = isKnown ? Int(view.uint32(at: offset)) : 0
        let (name, code) = isKnown ? nameAndCode(id) : ("", "")
        let kind = kind(of: id)
        let country = ancestor(of: id, kind: .country)
        return GazetteerEntry(
            id: id,
            geonameid: geonameid == 0 ? nil : geonameid,
            name: name,
            kind: kind,
            countryCode: country.map { self.code($0) },
            regionCode: kind == .country || code.isEmpty ? nil : code,
            country: country,
            admin1: ancestor(of: id, kind: .admin1),
            admin2: ancestor(of: id, kind: .admin2),
            latitude: isKnown ? degrees(at: offset + 8) : 0,
            longitude: isKnown ? degrees(at: offset + 12) : 0,
            population: isKnown ? Int(view.uint32(at: offset + 16)) : 0
        )
    }

    /// What is known of the place of a GeoNames id.
    public func entry(geonameid: Int) -> GazetteerEntry? {
        place(geonameid: geonameid).map(entry)
    }

    /// The common English name of a place.
    public func name(of id: PlaceID) -> String {
        overlay?.entry(id, firstIndex: header.placeCount)?.name ?? nameAndCode(id).name
    }

    /// The country's code as ISO 3166-1 alpha-2.
    public func countryCode(of id: PlaceID) -> String? {
        if let own = overlay?.entry(id, firstIndex: header.placeCount) { return own.countryCode }
        return ancestor(of: id, kind: .country).map { code($0) }
    }

    /// The first-level region; for one, itself.
    public func admin1(of id: PlaceID) -> PlaceID? {
        if let own = overlay?.entry(id, firstIndex: header.placeCount) { return own.admin1 }
        return ancestor(of: id, kind: .admin1)
    }

    /// The number in GeoNames; nil for a place that is not from there.
    public func geonameid(of id: PlaceID) -> Int? {
        if let own = overlay?.entry(id, firstIndex: header.placeCount) { return own.geonameid }
        guard id.index < header.placeCount else { return nil }
        let geonameid = Int(view.uint32(at: placeOffset(Int(id.index))))
        return geonameid == 0 ? nil : geonameid
    }

    /// What sort of place it is.
    public func kind(of id: PlaceID) -> PlaceKind {
        if let own = overlay?.entry(id, firstIndex: header.placeCount) { return own.kind }
        let raw = view.uint32(at: placeOffset(Int(id.index)) + 20) >> GazetteerFormat.nameOffsetBits
        return PlaceKind(rawValue: UInt8(raw)) ?? .area
    }

    /// The next wider place: of a town its district or region, of a region its country.
    public func parent(of id: PlaceID) -> PlaceID? {
        if let own = overlay?.entry(id, firstIndex: header.placeCount) {
            return [own.admin2, own.admin1, own.country].compactMap(\.self).first { $0 != id }
        }
        guard id.index < header.placeCount else { return nil }
        let parent = view.uint32(at: placeOffset(Int(id.index)) + 4)
        return parent < header.placeCount ? PlaceID(index: parent) : nil
    }

    /// The wider places, narrowest first.
    public func parents(_ id: PlaceID) -> [PlaceID] {
        var parents: [PlaceID] = []
        var next = parent(of: id)
        while let parent = next, parents.count < 8 {  // eight: a damaged file could go in circles
            parents.append(parent)
            next = self.parent(of: parent)
        }
        return parents
    }

    /// True when the second place is the first or lies in it: Brovary in Kyiv Oblast, Kyiv Oblast in Ukraine.
    public func contains(_ ancestor: PlaceID, _ descendant: PlaceID) -> Bool {
        ancestor == descendant || parents(descendant).contains(ancestor)
    }

    /// The place itself or its parent of a kind.
    public func ancestor(of id: PlaceID, kind wanted: PlaceKind) -> PlaceID? {
        var next: PlaceID? = id
        for _ in 0..<8 {
            guard let place = next else { return nil }
            if kind(of: place) == wanted { return place }
            next = parent(of: place)
        }
        return nil
    }

    /// The place as an event has it, with the words of the text that name it.
    public func place(_ id: PlaceID, text: String) -> Place {
        let entry = entry(id)
        return Place(
            name: entry.name,
            text: text,
            level: entry.kind.level,
            admin1: entry.admin1.map { name(of: $0) },
            admin2: entry.admin2.map { name(of: $0) },
            country: entry.countryCode,
            latitude: entry.latitude,
            longitude: entry.longitude,
            geonameid: entry.geonameid,
            admin1ID: entry.admin1.flatMap { geonameid(of: $0) },
            admin2ID: entry.admin2.flatMap { geonameid(of: $0) },
            countryID: entry.country.flatMap { geonameid(of: $0) }
        )
    }

    func placeOffset(_ index: Int) -> Int {
        GazetteerFormat.headerSize + index * GazetteerFormat.placeSize
    }

    private func degrees(at offset: Int) -> Double {
        Double(Int32(bitPattern: view.uint32(at: offset))) / 100_000
    }

    private func nameAndCode(_ id: PlaceID) -> (name: String, code: String) {
        let (name, end) = view.text(at: nameOffset(id))
        return (name, view.text(at: end).text)
    }

    private func code(_ id: PlaceID) -> String {
        let offset = nameOffset(id)
        return view.text(at: offset + 1 + Int(view.uint8(at: offset))).text
    }

    private func nameOffset(_ id: PlaceID) -> Int {
        let held = view.uint32(at: placeOffset(Int(id.index)) + 20)
        return header.textOffset + Int(held & (1 << GazetteerFormat.nameOffsetBits - 1))
    }
}

extension PlaceKind {
    /// The precision level of an event that is known to be in a place of this kind.
    public var level: PlaceLevel {
        switch self {
        case .country: .country
        case .admin1: .admin1
        case .admin2: .admin2
        case .populatedPlace: .place
        case .area: .area
        case .sea: .sea
        }
    }
}
