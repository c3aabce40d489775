import DatelineCore

/// Decides whether a new telling is one of a happening told before.
///
/// Against a merge speak places and dates that cannot both hold and equal kinds of numbers that differ by the same
/// source; for it, shared numbers, places, dates, "the attack", and standing right after in the same paragraph.
struct Merger {
    let document: Document
    /// The day that the report is counted from.
    let anchor: CivilDate?
    private let entries: LiveEntries

    init(document: Document, anchor: CivilDate?) {
        (self.document, self.anchor) = (document, anchor)
        entries = LiveEntries(document)
    }

    /// The earlier draft that a new one belongs to, as an index.
    func home(of draft: Draft, among drafts: [Draft]) -> (index: Int, rule: String)? {
        var best: (index: Int, score: Double, rule: String)?
        // In a long text only the lead and what was told last can be meant.
        let lead = 0..<min(8, drafts.count)
        let told = max(lead.upperBound, drafts.count - 40)..<drafts.count
        let only = only(of: draft.group, among: drafts)
        for index in [lead, told].joined()
        where drafts[index].group == draft.group && canBeSame(draft, index, in: drafts) {
            guard let (score, rule) = score(draft, drafts[index], isOnly: index == only), score >= 2 else { continue }
            // Later drafts win ties: what was told last is what is meant.
            if best.map({ score >= $0.score }) ?? true { best = (index, score, rule) }
        }
        return best.map { ($0.index, $0.rule) }
    }

    /// The only attack of the last weeks that a report has told so far.
    private func only(of group: EventGroup, among drafts: [Draft]) -> Int? {
        guard group == .attack else { return nil }
        var only: Int?
        for index in drafts.indices where drafts[index].group == .attack && !drafts[index].isRunningTotal {
            if only != nil { return nil }
            only = index
        }
        return only.flatMap { drafts[$0].first.date?.isHistorical == true ? nil : $0 }
    }

    /// The draft that "the attack" means where nothing else ties it: the last one that it can be.
    func antecedent(of draft: Draft, among drafts: [Draft]) -> Int? {
        if let index = aftermath(draft, among: drafts) { return index }
        guard draft.first.isAnaphoric, !draft.hasOwnCount else { return nil }
        return drafts.indices.suffix(12).last { index in
            guard drafts[index].group == draft.group else { return false }
            let old = drafts[index]
            guard old.isRunningTotal == false, !isOtherSide(draft, old) else { return false }
            if draft.isDateStated, old.isDateStated, !draft.date.touches(old.date) { return false }
            if isOfOldDay(draft), !old.isDateStated { return false }
            guard draft.isPlaceStated, old.isPlaceStated, let first = draft.place, let second = old.place else {
                return true
            }
            return PlaceRelation.isCompatible(first, second)
        }
    }

    /// The attack told last, of which a bare number tells what became of people: those still missing, a wounded sailor.
    private func aftermath(_ draft: Draft, among drafts: [Draft]) -> Int? {
        guard draft.group == .attack, !draft.hasEventWord || draft.first.isAnaphoric, !draft.isPlaceStated,
            !draft.isDateStated,
            !draft.isPlaceNear, !draft.isRunningTotal, draft.hasOwnCount, !draft.isElsewhere
        else { return nil }
        let here = paragraph(draft.first.sentence)
        let near = drafts.indices.suffix(12).filter { index in
            let old = drafts[index]
            let there = paragraph(old.lastSentence)
            return old.group == .attack && !old.isRunningTotal && old.first.date?.isHistorical != true
                && here - there <= 4 && !entries.areApart(here, there)
                && !rivalry(draft, old).isFound && old.counts.contains(where: \.isOwn)
        }
        return near.max { drafts[$0].lastSentence < drafts[$1].lastSentence }
    }

    /// Whether a later sentence gives the day of what the lead told without one: a day of the last two weeks and a
    /// place in the lead's, narrower than a country; of the only attack told so far any day.
    private func givesDay(_ new: Draft, to old: Draft, isOnly: Bool) -> Bool {
        guard new.isDateStated, !old.isDateStated, old.first.sentence <= 1, let anchor, let day = new.date.start,
            (0...14).contains(anchor - day)
        else { return false }
        if isOnly, !new.isPlaceStated, [.day, .night, .partOfDay, .clockTime].contains(new.date.precision) {
            return true
        }
        guard new.isPlaceStated, old.isPlaceStated, let inner = new.place, let outer = old.place,
            outer.level != .country
        else { return false }
        return PlaceRelation.isSame(outer, inner) || PlaceRelation.contains(outer, inner)
    }

    private func score(_ new: Draft, _ old: Draft, isOnly: Bool) -> (Double, String)? {
        guard new.isRunningTotal == old.isRunningTotal, new.isElsewhere == old.isElsewhere else { return nil }
        guard !isOtherLaunch(new, old), !isOtherSide(new, old) else { return nil }
        if isTotal(new, over: old) || isTotal(old, over: new) { return nil }
        let (here, there) = (paragraph(new.first.sentence), paragraph(old.lastSentence))
        let gap = here - there
        var score = 0.0
        var rule = "same-event"
        let isDated = givesDay(new, to: old, isOnly: isOnly)
        let shared = shared(new.counts, old.counts)
        if let most = shared, most >= 2 {
            score += 3
            rule = "shared-number"
        } else if breakdown(new, of: old) != nil {
            score += 3
            rule = "sum-of-parts"
        } else if shared != nil {
            score += 0.7
        }
        if new.isPlaceStated, old.isPlaceStated, let first = new.place, let second = old.place {
            if PlaceRelation.isSame(first, second), first.level != .country {
                score += 1.5
            } else if first.level != .country, second.level != .country {
                score += 0.8
            }
        }
        if !new.isPlaceStated, !new.first.isAnaphoric, shared == nil, entries.areApart(here, there) { return nil }
        if isOfOtherParagraph(new, old), gap > 0, !new.first.isAnaphoric { return nil }
        if new.isDateStated, old.isDateStated {
            if new.date.start == old.date.start, new.date.end == old.date.end { score += 1 } else { score += 0.4 }
        } else if new.isDateStated, !old.isDateStated, old.date.touches(new.date) == false {
            // "The attack took place on Thursday": the day of one told before.
            if gap > 0, !new.first.isAnaphoric, !isDated { return nil }
            if isOfOldDay(new) { return nil }
        }
        if isDated { score += 1.2 }
        let rivalry = rivalry(new, old)
        if rivalry.isOfOtherOrder { return nil }
        let isToll = rivalry.isFound && rivalry.isNear && new.first.reasons.contains { $0.rule == "count-toll" }
        let (source, oldSource) = (new.attribution?.source.name, old.attribution?.source.name)
        let otherSource = source != nil && oldSource != nil && source != oldSource
        if rivalry.isFound {
            if isOtherHand(new, old) || isFurther(new) { return nil }
            // "At first nine people were thought to be dead"
            let isEarlier = isOnly && !new.hasEventWord && !new.isPlaceStated && rivalry.isNear && isEarlier(new)
            guard
                isToll || isEarlier || otherSource || new.first.isAnaphoric
                    || new.group == .attack && gap <= 1 && !new.isPlaceStated
            else {
                return nil
            }
            score -= source != nil && source == oldSource ? 0.5 : 0
        }
        let isBare = !new.isPlaceStated && !new.isDateStated
        if let type = new.types.first(where: { $0 != .attack }), old.types.contains(type) {
            score += gap == 0 ? 1.8 : gap == 1 ? 0.8 : 0
        }
        // "30 rockets were fired …; two came down in the town"
        if gap == 0, new.hasOwnCount, new.counts.allSatisfy({ !$0.isOwn || $0.kind == .hit }),
            old.counts.contains(where: { $0.kind == .launched })
        {
            score += 1
        }
        if isOnly, isBare || isDated && !new.isPlaceStated, continues(new, old) {
            score += 2
            rule = rule == "same-event" ? "only-event" : rule
        }
        if isToll { score += 2 }
        if new.first.isAnaphoric { score += gap <= 2 ? 1.5 : 0.7 }
        if isBare, !new.hasEventWord { score += gap == 0 ? 2.4 : gap == 1 ? 2.1 : gap == 2 ? 1.4 : 0 }
        if !isBare, !new.hasEventWord { score += gap == 0 ? 1.4 : gap == 1 ? 1.3 : 0 }
        if isBare, new.hasEventWord { score += gap == 0 ? 1.6 : gap == 1 ? 0.6 : 0 }
        if !new.isPlaceStated, new.isDateStated, gap == 0 { score += 0.6 }
        if new.isPlaceStated, !new.isDateStated, gap == 0 { score += 0.6 }
        if gap == 0, new.first.sentence == old.lastSentence { score += 0.3 }
        return (score, rule)
    }

    /// Whether the places and dates that both state can be those of one happening.
    private func canBeSame(_ new: Draft, _ old: Int, in drafts: [Draft]) -> Bool {
        if new.isDateStated, drafts[old].isDateStated {
            let date = drafts[old].date
            guard new.date.touches(date) else { return false }
            // Neighbouring nights share a day and are two.
            if new.date.precision == .night, date.precision == .night, new.date.start != date.start { return false }
        }
        guard new.isPlaceStated, drafts[old].isPlaceStated, let first = new.place, let second = drafts[old].place else {
            return true
        }
        return PlaceRelation.isCompatible(first, second)
    }

    private func paragraph(_ sentence: Int) -> Int { document.sentences[sentence].paragraph }

    /// The most that a number counts which was told before; nil where none was.
    private func shared(_ counts: [Count], _ told: [Count]) -> Int? {
        counts.indices.lazy.filter { index in
            counts[index].isOwn && told.indices.contains { isSame(told[$0], counts[index]) }
        }
        .map { counts[$0].low ?? counts[$0].high ?? 0 }.max()
    }

    /// Whether a bare telling can go on about the only event: of its type, or what befell people in it.
    private func continues(_ new: Draft, _ old: Draft) -> Bool {
        let (types, known) = (new.types, old.types)
        let (mine, theirs) = (new.weapons, old.weapons)
        let isOtherWeapon =
            !mine.isEmpty && !theirs.isEmpty
            && !mine.contains { weapon in theirs.contains { $0.entry.kind == weapon.entry.kind } }
        if isOtherWeapon { return false }
        // "The assault" by which a base was seized
        if new.first.isAnaphoric, types.allSatisfy({ $0.root == "attack" }) { return true }
        let isOfType = types.contains { type in
            known.contains { $0 == type || $0.root == type.root && ($0 == .attack || type == .attack) }
        }
        guard types.isEmpty || isOfType else { return false }
        if !new.hasEventWord {
            return old.counts.contains { $0.isOwn && EventGroup($0.kind) == .attack && $0.kind != .launched }
        }
        return !new.hasOwnCount || types.contains { $0 != .attack && known.contains($0) }
    }

    private static let earlier: WordSet = ["first", "initial", "initially", "earlier", "originally", "previously"]

    /// Whether its words say that a number was given before others.
    private func isEarlier(_ new: Draft) -> Bool {
        document.sentences[new.first.sentence].tokens.contains { Merger.earlier.contains(document.word($0)) }
    }

    /// Whether the paragraph that a new telling stands in has named another place or day than that of the old.
    private func isOfOtherParagraph(_ new: Draft, _ old: Draft) -> Bool {
        if !new.isPlaceStated, new.isPlaceNear, old.isPlaceStated, let first = new.place, let second = old.place,
            !PlaceRelation.isCompatible(first, second)
        {
            return true
        }
        return !new.isDateStated && new.date.method == .sameParagraph && old.isDateStated
            && !new.date.touches(old.date)
    }

    /// Whether one tells of gunmen and the other of aircraft, drones or missiles: raiders, and those who bombed them.
    private func isOtherHand(_ new: Draft, _ old: Draft) -> Bool {
        let (mine, theirs) = (new.weapons, old.weapons)
        return isHand(mine) && isAir(theirs) || isAir(mine) && isHand(theirs)
    }

    /// "Thirty more died on the border on Sunday": more than those told of, at a place or day of their own.
    private func isFurther(_ new: Draft) -> Bool {
        (new.isPlaceStated || new.isDateStated)
            && new.counts.contains { count in
                count.isOwn
                    && count.text.utf8.split(separator: UInt8(ascii: " ")).dropFirst().contains {
                        $0.elementsEqual("more".utf8)
                    }
            }
    }

    private func isHand(_ weapons: [WeaponMention]) -> Bool {
        !weapons.isEmpty && weapons.allSatisfy { ["smallarms", "blade", "fire", "sniper"].contains($0.entry.kind) }
    }

    private func isAir(_ weapons: [WeaponMention]) -> Bool {
        !weapons.isEmpty && weapons.allSatisfy { ["aircraft", "uav", "missile"].contains($0.entry.kind) }
    }

    /// Each side's air defence downs what the other sends: claims of two countries are of two happenings.
    private func isOtherSide(_ new: Draft, _ old: Draft) -> Bool {
        guard new.group == .interception, let first = new.attribution?.source.country,
            let second = old.attribution?.source.country
        else { return false }
        return first != second && new.place?.country != old.place?.country
    }

    /// Launches of another class of weapon told by a verb of their own.
    private func isOtherLaunch(_ new: Draft, _ old: Draft) -> Bool {
        guard old.first.sentence == new.first.sentence, old.first.trigger != new.first.trigger,
            new.counts.allSatisfy({ !$0.isOwn || $0.kind == .launched })
        else {
            return false
        }
        let launched = old.counts.filter { $0.kind == .launched }
        return !launched.isEmpty
            && new.counts.allSatisfy { count in !count.isOwn || !launched.contains { $0.unit == count.unit } }
    }

    /// Whether a telling is of a month or year long past, or of the day since which something goes on: never the day of
    /// what the article tells without one.
    private func isOfOldDay(_ draft: Draft) -> Bool {
        guard draft.isDateStated, let date = draft.first.date else { return false }
        return date.rule == "when" || date.isHistorical && [.month, .year].contains(date.span.precision)
    }

    /// "Earlier this week", then "the attack was on 19 February".
    private func isNarrower(_ new: DateSpan, than old: DateSpan) -> Bool {
        guard [.range, .week].contains(old.precision), new.precision != old.precision else { return false }
        return old.precision == .range || new.start.map { $0 >= old.start ?? $0 } ?? false
    }

    /// Adds a telling to a draft: the narrower place, the stated date, numbers not yet there.
    func merge(_ new: Draft, into old: Draft, rule: String) {
        if let place = new.place, new.isPlaceStated {
            if let known = old.place, old.isPlaceStated {
                let isNarrower = PlaceRelation.contains(known, place) && known.level != place.level
                if isNarrower || known.level == .near && [.place, .admin2, .site].contains(place.level) {
                    old.place = place
                }
            } else {
                old.place = place
                old.isPlaceStated = true
            }
        }
        // "the first raid since 14 March" does not date the raid.
        if new.isDateStated, new.date.precision != .open,
            !old.isDateStated || isNarrower(new.date, than: old.date)
        {
            old.date = new.date
            old.dateText = new.dateText
            old.isDateStated = true
        } else if old.isUndated, !new.isUndated, new.date.method == .sameParagraph {
            old.date = new.date
        }
        let otherSource = new.attribution.map { $0.source.name != old.attribution?.source.name } ?? false
        let brokenDown = breakdown(new, of: old)
        for var count in new.counts where !old.counts.contains(where: { isSame($0, count) && $0.unit == count.unit }) {
            if old.counts.contains(where: { isSame($0, count) }) { continue }
            if otherSource, old.attribution != nil, old.counts.contains(where: { $0.kind == count.kind && !$0.isPart })
            {
                count.source = new.attribution?.source
            }
            count.isPart = count.isPart || count.kind == brokenDown
            old.counts.append(count)
        }
        if old.attribution == nil { old.attribution = new.attribution }
        old.otherPlaces += new.otherPlaces.filter { place in
            !old.otherPlaces.contains { PlaceRelation.isSame($0, place) }
        }
        old.frames += new.frames
        old.reasons += new.reasons + [Reason(field: .type, rule: rule, range: document.bytes(of: new.first.trigger))]
    }
}
