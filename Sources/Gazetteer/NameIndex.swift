import DatelineCore

/// The names of a table's places by their hashes, while a gazetteer is built.
struct NameIndex {
    /// One name of one place.
    private struct Key {
        var hash: UInt64
        var start: UInt32
        var length: UInt8
        var posting: GazetteerFormat.Posting
    }

    private let rows: [SourceTable.Row]
    private let parents: [UInt32]
    private var keys: [Key] = []
    private var pool: [UInt8] = []
    private var longestNames: [UInt64: Int] = [:]

    init(rows: [SourceTable.Row], parents: [UInt32]) {
        self.rows = rows
        self.parents = parents
        for (index, row) in rows.enumerated() {
            addNames(of: row, at: UInt32(index))
        }
        keys.sort { left, right in
            if left.hash != right.hash { return left.hash < right.hash }
            if left.posting.score != right.posting.score { return left.posting.score > right.posting.score }
            return left.posting.packed < right.posting.packed
        }
    }

    private mutating func addNames(of row: SourceTable.Row, at index: UInt32) {
        let weight = NamePrior.weight(of: row.kind, population: row.population, isCapital: row.isCapital)
        for name in row.names {
            let folded = NameFolding.fold(name.text)
            let words = folded.count { $0 == UInt8(ascii: " ") } + 1
            guard !folded.isEmpty, folded.count <= 255, words <= GazetteerFormat.mostWords else { continue }
            var score = weight * NamePrior.factor(of: name.kind)
            if name.isDemoted { score *= NamePrior.demotion }
            add(
                folded,
                GazetteerFormat.Posting(
                    place: index,
                    kind: name.kind,
                    requiresCapitals: name.requiresCapitals,
                    score: UInt8((score * 255).rounded())
                )
            )
            let firstWord = NameHash(folded.prefix { $0 != UInt8(ascii: " ") }).value
            longestNames[firstWord] = max(longestNames[firstWord] ?? 0, words)
        }
        if !row.code.isEmpty {
            let code = Array("=\(row.code)".utf8)
            add(code, GazetteerFormat.Posting(place: index, kind: .short, requiresCapitals: true, score: 255))
        }
    }

    private mutating func add(_ name: [UInt8], _ posting: GazetteerFormat.Posting) {
        keys.append(
            Key(hash: NameHash(name).value, start: UInt32(pool.count), length: UInt8(name.count), posting: posting)
        )
        pool.append(contentsOf: name)
    }

    /// The slots of the hash table, two numbers each, and the lists of postings.
    mutating func packedNames() throws(GazetteerError) -> (slots: [UInt32], postings: [UInt32]) {
        var groups: [(hash: UInt64, postings: [GazetteerFormat.Posting])] = []
        var index = 0
        while index < keys.count {
            var end = index + 1
            while end < keys.count, keys[end].hash == keys[index].hash {
                guard name(keys[end]) == name(keys[index]) else { throw NameIndex.collision(of: name(keys[end])) }
                end += 1
            }
            groups.append((keys[index].hash, merged(keys[index..<end].map(\.posting))))
            index = end
        }

        let slotCount = groups.count * 5 / 4 + 1
        var slots = Array(repeating: UInt32(0), count: slotCount * 2)
        var postings: [UInt32] = []
        for (hash, group) in groups {
            let fingerprint = GazetteerFormat.nameFingerprint(of: hash)
            var slot = GazetteerFormat.slot(of: hash, count: slotCount)
            while slots[slot * 2] != 0 {
                guard slots[slot * 2] != fingerprint else { throw NameIndex.collision(of: []) }
                slot = slot + 1 == slotCount ? 0 : slot + 1
            }
            slots[slot * 2] = fingerprint
            slots[slot * 2 + 1] =
                group.count == 1 ? group[0].packed | GazetteerFormat.lastPosting : UInt32(postings.count)
            if group.count > 1 {
                postings += group.dropLast().map(\.packed)
                postings += group.suffix(1).map { $0.packed | GazetteerFormat.lastPosting }
            }
        }
        return (slots, postings)
    }

    /// The slots of the table of first words.
    func packedFirstWords() -> [UInt32] {
        let slotCount = longestNames.count * 4 / 3 + 1
        var slots = Array(repeating: UInt32(0), count: slotCount)
        for (hash, words) in longestNames.sorted(by: { $0.key < $1.key }) {
            let fingerprint = GazetteerFormat.wordFingerprint(of: hash)
            var slot = GazetteerFormat.slot(of: hash, count: slotCount)
            while slots[slot] != 0, slots[slot] & ~15 != fingerprint {
                slot = slot + 1 == slotCount ? 0 : slot + 1
            }
            slots[slot] = fingerprint | max(slots[slot] & 15, UInt32(words))
        }
        return slots
    }

    /// One posting a place, best first, with a region behind the town that it is named for.
    private func merged(_ postings: [GazetteerFormat.Posting]) -> [GazetteerFormat.Posting] {
        var best: [GazetteerFormat.Posting] = []
        for posting in postings where !best.contains(where: { $0.place == posting.place }) {
            best.append(posting)
        }
        let requiresCapitals = postings.contains(where: \.requiresCapitals)
        for index in best.indices {
            best[index].requiresCapitals = requiresCapitals
            let region = best[index]
            guard rows[Int(region.place)].kind == .admin1 else { continue }
            let towns = best.filter { town in
                let row = rows[Int(town.place)]
                return row.kind == .populatedPlace && row.population >= 10_000 && town.score > 40
                    && isInside(town.place, region.place)
            }
            if let town = towns.max(by: { $0.score < $1.score }), town.score <= region.score {
                best[index].score = town.score - 5
            }
        }
        return best.sorted {
            $0.score != $1.score ? $0.score > $1.score : rows[Int($0.place)].population > rows[Int($1.place)].population
        }
    }

    private func isInside(_ place: UInt32, _ region: UInt32) -> Bool {
        var next = parents[Int(place)]
        for _ in 0..<4 where next != GazetteerFormat.noParent {
            if next == region { return true }
            next = parents[Int(next)]
        }
        return false
    }

    private func name(_ key: Key) -> [UInt8] {
        Array(pool[Int(key.start)..<Int(key.start) + Int(key.length)])
    }

    private static func collision(of name: [UInt8]) -> GazetteerError {
        GazetteerError("Two names have the same hash (\(String(decoding: name, as: UTF8.self))). The hash must change.")
    }
}
