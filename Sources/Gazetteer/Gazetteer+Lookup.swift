extension Gazetteer {
    /// Words of the longest name that begins with this folded word; 0 when no name does.
    ///
    /// A hint: at a rate of about one in a hundred million, a word that no name begins with gives more than 0.
    public func longestName(startingWith word: [UInt8]) -> Int {
        longestName(startingWithHash: NameHash(word))
    }

    /// Words of the longest name that begins with the word of this hash; 0 when no name does.
    public func longestName(startingWithHash hash: NameHash) -> Int {
        max(embeddedLongestName(hash.value), overlay?.longestNames[hash] ?? 0)
    }

    /// All places that bear this folded name, best prior first.
    public func matches(of foldedName: [UInt8]) -> [NameMatch] {
        matches(ofHash: NameHash(foldedName))
    }

    /// All places whose folded name has this hash, best prior first.
    public func matches(ofHash hash: NameHash) -> [NameMatch] {
        var matches: [NameMatch] = []
        appendEmbeddedMatches(hash.value, to: &matches)
        if let own = overlay?.matches[hash] {
            matches = (own + matches).sorted { $0.score > $1.score }
        }
        return matches
    }

    /// True when some place bears the folded name of this hash.
    public func hasName(ofHash hash: NameHash) -> Bool {
        nameSlot(hash.value) != nil || overlay?.matches[hash] != nil
    }

    /// The country of an ISO 3166-1 alpha-2 code in capitals, or the region of an ISO 3166-2 code.
    public func place(code: String) -> PlaceID? {
        guard code.utf8.count >= 2 else { return nil }
        var hash = NameHash([UInt8(ascii: "=")])
        hash.append(contentsOf: code.utf8)
        return matches(ofHash: hash).first?.place
    }

    /// The place of a GeoNames id.
    public func place(geonameid: Int) -> PlaceID? {
        var low = 0
        var high = header.geonameCount
        while low < high {
            let middle = (low + high) / 2
            let id = Int(view.uint32(at: placeOffset(middle)))
            if id == geonameid { return PlaceID(index: UInt32(middle)) }
            if id < geonameid { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    private func embeddedLongestName(_ hash: UInt64) -> Int {
        guard header.wordSlotCount > 0 else { return 0 }
        let fingerprint = GazetteerFormat.wordFingerprint(of: hash)
        var slot = GazetteerFormat.slot(of: hash, count: header.wordSlotCount)
        for _ in 0..<header.wordSlotCount {
            let held = view.uint32(at: header.wordsOffset + slot * GazetteerFormat.wordSlotSize)
            if held == 0 { return 0 }
            if held & ~15 == fingerprint { return Int(held & 15) }
            slot = slot + 1 == header.wordSlotCount ? 0 : slot + 1
        }
        return 0
    }

    /// The second half of the name slot that holds the hash.
    private func nameSlot(_ hash: UInt64) -> UInt32? {
        guard header.nameSlotCount > 0 else { return nil }
        let fingerprint = GazetteerFormat.nameFingerprint(of: hash)
        var slot = GazetteerFormat.slot(of: hash, count: header.nameSlotCount)
        for _ in 0..<header.nameSlotCount {
            let offset = header.namesOffset + slot * GazetteerFormat.nameSlotSize
            let held = view.uint32(at: offset)
            if held == 0 { return nil }
            if held == fingerprint { return view.uint32(at: offset + 4) }
            slot = slot + 1 == header.nameSlotCount ? 0 : slot + 1
        }
        return nil
    }

    private func appendEmbeddedMatches(_ hash: UInt64, to matches: inout [NameMatch]) {
        guard let held = nameSlot(hash) else { return }
        if held & GazetteerFormat.lastPosting != 0 {
            append(held, to: &matches)
            return
        }
        var index = Int(held)
        while index < header.postingCount {
            let posting = view.uint32(at: header.postingsOffset + index * GazetteerFormat.postingSize)
            append(posting, to: &matches)
            if posting & GazetteerFormat.lastPosting != 0 { return }
            index += 1
        }
    }

    private func append(_ packed: UInt32, to matches: inout [NameMatch]) {
        guard let posting = GazetteerFormat.Posting(packed: packed), posting.place < header.placeCount else { return }
        matches.append(posting.match)
    }
}
