import DatelineCore

/// Puts the mentions of each clause together into frames.
struct FrameBuilder {
    let reading: Reading
    var document: Document { reading.document }

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// The frames of one sentence, in the order of the text.
    func frames(of sentence: Int) -> [EventFrame] {
        let zones = zones(of: sentence)
        var frames: [EventFrame] = []
        for zone in zones {
            for frame in self.frames(in: zone, sentence: sentence) {
                if let last = frames.indices.last(where: { frames[$0].group == frame.group }),
                    joins(frame, frames[last])
                {
                    frames[last] = join(frames[last], frame)
                } else {
                    var other = frame
                    other.isElsewhere = frames.contains { $0.group == frame.group && isContrasted(frame, $0) }
                    frames.append(other)
                }
            }
        }
        return frames.map { fill($0, sentence: sentence) }
    }

    // MARK: - Clauses

    /// Cuts a sentence where another happening may begin.
    private func zones(of sentence: Int) -> [Range<Int>] {
        let tokens = document.sentences[sentence].tokens
        let daysAfter = reading.dates.beginning(in: tokens).map(\.tokens).filter {
            document.word($0.upperBound - 1) == "after"
        }
        var zones: [Range<Int>] = []
        var start = tokens.lowerBound
        for index in tokens where index > start {
            let word = document.word(index)
            let isCut: Bool
            switch word {
            case ";", "while", "whereas", "but": isCut = true
            // "…, and elsewhere in the region three people were hurt"
            case "and":
                isCut =
                    document.word(index + 1) == "elsewhere" || document.word(index - 1) == ","
                    || startsClause(after: index, before: tokens.upperBound)
            case "in": isCut = document.word(index + 1) == "which"
            // "… dead since 7 October, when gunmen killed 1,200 people"
            case "when": isCut = isAfterSince(index, from: start)
            case "as":
                isCut = document.word(index + 1) == "well" && document.word(index + 2) == "as" || isCame(index - 1)
            case "amid", "despite", "after", "before", "hours", "days": isCut = isCame(index - 1)
            // "came two days after"
            default: isCut = daysAfter.contains { $0.lowerBound == index } && isCame(index - 1)
            }
            if isCut {
                zones.append(start..<index)
                start = index
            }
        }
        zones.append(start..<tokens.upperBound)
        return zones
    }

    /// "came as", "comes amid": what follows is told beside it.
    private func isCame(_ index: Int) -> Bool {
        DateParser.isComing(before: index + 1, in: document)
    }

    /// Whether a clause tells of the day since which the one before counts.
    private func isAfterSince(_ index: Int, from start: Int) -> Bool {
        document.word(index - 1) == ","
            && (start..<index).suffix(12).contains { document.word($0) == "since" || document.word($0) == "began" }
    }

    /// Whether "and" is followed by a number with a place of its own: "nine in Sumy and another 11 in Poltava".
    private func startsClause(after index: Int, before end: Int) -> Bool {
        let sentence = document.sentence(ofToken: index)
        return reading.numbers[sentence].contains { number in
            number.tokens.lowerBound >= index + 1 && number.tokens.lowerBound <= index + 2
                && reading.places.beginning(in: number.tokens.upperBound..<number.tokens.upperBound + 5).contains(
                    where: \.isLocation
                )
        }
    }

    // MARK: - One clause

    private func frames(in zone: Range<Int>, sentence: Int) -> [EventFrame] {
        var frames: [EventFrame] = []
        func index(of group: EventGroup, _ trigger: Range<Int>) -> Int {
            if let index = frames.indices.first(where: { frames[$0].group == group }) { return index }
            let frame = EventFrame(
                group: group,
                types: [],
                sentence: sentence,
                zone: zone,
                trigger: trigger,
                counts: [],
                places: [],
                date: nil,
                weapons: [],
                attribution: nil,
                hasEventWord: false,
                said: trigger.lowerBound,
                actor: nil,
                reasons: []
            )
            frames.append(frame)
            return frames.count - 1
        }
        let triggers = reading.triggers[sentence]
        for trigger in triggers where zone.contains(trigger.tokens.lowerBound) && trigger.rejection == nil {
            guard let type = trigger.entry.event, let group = EventGroup(type),
                isSatisfied(trigger, in: zone, sentence: sentence)
            else { continue }
            let index = index(of: group, trigger.tokens)
            if !frames[index].hasEventWord { frames[index].trigger = trigger.tokens }
            frames[index].types.append(type)
            frames[index].hasEventWord = true
            // "The displaced make up 300 households"
            let isNamedCrowd = type == .displacementFlight && document.word(trigger.tokens.lowerBound - 1) == "the"
            if trigger.entry.form == .noun || trigger.isNamed(in: document) || isNamedCrowd {
                frames[index].isAnaphoric = frames[index].isAnaphoric || isDefinite(trigger)
                frames[index].isPronoun = document.word(trigger.tokens.lowerBound) == "it"
                frames[index].isPlural =
                    type != .attackDebris && document.word(trigger.tokens.upperBound - 1).hasSuffix("s")
            }
            // "fought back", "fired back": against what was told before
            if document.word(trigger.tokens.upperBound) == "back", frames[index].types.count == 1 {
                frames[index].isAnaphoric = true
            }
            let range = document.bytes(of: trigger.tokens)
            frames[index].reasons.append(Reason(field: .type, rule: "trigger", range: range))
        }
        for mention in reading.counts[sentence] where zone.contains(mention.tokens.lowerBound) {
            let trigger = triggers[mention.trigger]
            guard trigger.rejection == nil || trigger.rejection == "negation" && mention.number.qualifier == .none,
                let group = EventGroup(mention.kind), isMeant(mention, by: trigger, in: zone)
            else { continue }
            // Hostages taken in an attack are counts of the attack.
            let isOfAttack = group == .detention && frames.contains { $0.group == .attack }
            let home = isOfAttack ? EventGroup.attack : group
            let index = index(of: home, trigger.tokens)
            if let type = trigger.entry.event, EventGroup(type) == home, frames[index].types.isEmpty {
                frames[index].types.append(type)
                frames[index].hasEventWord = true
            }
            if frames[index].counts.isEmpty { frames[index].said = mention.tokens.lowerBound }
            // Another figure is of what was told before.
            if mention.rule == "count-figure" { (frames[index].isAnaphoric, frames[index].isFigure) = (true, true) }
            frames[index].counts.append(count(mention))
            let range = document.bytes(of: mention.tokens)
            frames[index].reasons.append(Reason(field: .count, rule: mention.rule, range: range))
        }
        return frames
    }

    private static let definite: WordSet = ["the", "this", "that", "'s", "those", "these", "latest"]

    /// Whether a noun is told as known: "it took place", "the attack", "those strikes", "Saturday's bombardment", "the
    /// latest raid".
    private func isDefinite(_ trigger: TriggerMention) -> Bool {
        let definite = FrameBuilder.definite
        let before = trigger.tokens.lowerBound - 1
        if document.word(trigger.tokens.lowerBound) == "it" { return true }
        // "in that attack", but "said that attacks …"
        let isSaid = document.word(before) == "that" && !SourceWords.prepositions.contains(document.word(before - 1))
        if definite.contains(document.word(before)), !isSaid { return true }
        // "the deadly attack", "the evacuation order"
        return definite.contains(document.word(before - 1))
            && document.tokens[before].kind == .word && !document.tokens[before].isCapitalised
            && !["of", "in", "on", "and"].contains(document.word(before))
    }

    /// Whether what the trigger needs stands in the clause.
    private func isSatisfied(_ trigger: TriggerMention, in zone: Range<Int>, sentence: Int) -> Bool {
        switch trigger.entry.need {
        case .nothing, .lives, .seized: true
        case .munition:
            reading.counts[sentence].contains {
                $0.trigger < reading.triggers[sentence].count
                    && reading.triggers[sentence][$0.trigger].tokens == trigger.tokens && $0.unit.kind == .munition
            }
                || reading.weapons.beginning(in: zone).contains {
                    ["uav", "missile", "rocket"].contains($0.entry.kind)
                        && abs($0.tokens.lowerBound - trigger.tokens.lowerBound) <= 8
                }
                || trigger.entry.event == .interceptionAirDefence
                    && FrameWeapons(reading: reading).isTold(before: trigger, in: zone)
        case .target, .impact:
            reading.places.beginning(in: zone).contains(where: \.isLocation) || hasObject(trigger)
                || trigger.isNamed(in: document)
        case .place:
            reading.places.beginning(in: document.sentences[sentence].tokens).contains {
                $0.taken == trigger.tokens.lowerBound && $0.place?.level != .country
            }
        case .debris:
            reading.triggers[sentence].contains {
                ($0.entry.event == .attack || $0.entry.event == .interceptionAirDefence || $0.entry.count == .injured)
                    && $0.tokens != trigger.tokens
            }
                || reading.counts[sentence].contains { [.killed, .injured].contains($0.kind) }
        case .people:
            reading.counts[sentence].contains {
                reading.triggers[sentence][$0.trigger].tokens == trigger.tokens && isCrowd($0)
            }
        }
    }

    /// Whether a number is of people enough to be a movement of them.
    private func isCrowd(_ mention: CountMention) -> Bool {
        mention.unit.kind == .victim
            && (mention.unit.unit == .household || (mention.number.low ?? mention.number.high ?? 0) >= 20)
    }

    /// Whether a number and its word tell of what befell people: lives that were lost, hostages that were taken.
    private func isMeant(_ mention: CountMention, by trigger: TriggerMention, in zone: Range<Int>) -> Bool {
        switch trigger.entry.need {
        case .people: isCrowd(mention)
        case .lives:
            zone.contains {
                ["claimed", "claim", "cost", "costing", "taken", "took", "lost"].contains(document.word($0))
            }
        case .seized: zone.contains { ["seized", "took", "taken", "taking", "seizing"].contains(document.word($0)) }
        default: true
        }
    }

    /// Whether a determiner follows: "hit a school", "struck the".
    private func hasObject(_ trigger: TriggerMention) -> Bool {
        ["a", "an", "the", "its", "two", "three", "one", "several", "residential", "civilian"].contains(
            document.word(trigger.tokens.upperBound)
        )
    }

    private func count(_ mention: CountMention) -> Count {
        let range = document.bytes(of: mention.tokens)
        return Count(
            kind: mention.kind,
            unit: mention.unit.unit,
            group: mention.unit.group,
            low: mention.number.low,
            best: mention.number.best,
            high: mention.number.high,
            qualifier: mention.number.qualifier,
            isPart: mention.isPart,
            text: document.text(range),
            range: range
        )
    }

    // MARK: - Filling in

    private func fill(_ frame: EventFrame, sentence: Int) -> EventFrame {
        var frame = frame
        let tokens = document.sentences[sentence].tokens
        var places = locations(in: frame.zone, of: frame.group)
        if places.isEmpty, !frame.isAnaphoric || frame.zone == tokens {
            places = locations(in: tokens, of: frame.group)
        }
        // "48 drones over the country, 26 of them over one region": the region belongs to the part.
        if let part = reading.numbers[sentence].first(where: { number in
            number.tokens.lowerBound > frame.trigger.upperBound && document.word(number.tokens.upperBound) == "of"
                && ["them", "which", "whom"].contains(document.word(number.tokens.upperBound + 1))
        }) {
            places.removeAll { $0.tokens.lowerBound > part.tokens.lowerBound }
        }
        // "the southern Gaza city of Khan Younis"
        let all = places
        places.removeAll { outer in
            all.contains {
                $0.tokens.lowerBound == outer.tokens.upperBound
                    && ($0.place?.level).map { [.place, .site, .admin2].contains($0) } ?? false
            }
        }
        frame.places = places.count > 1 ? places.sorted { order($0, frame) < order($1, frame) } : places
        preferObject(of: &frame)
        // People flee to somewhere from where it happened.
        if frame.group == .movement { frame.places.removeAll { $0.role == .target } }
        frame.date = date(of: frame, in: tokens)
        // "By Friday morning it put the figure at 31": the day of the figure.
        if frame.isFigure, !frame.hasEventWord { frame.date = nil }
        frame.weapons = FrameWeapons(reading: reading).weapons(of: frame)
        frame.attribution = reading.attribution(governing: frame.said) ?? order(of: frame)
        frame.actor = actor(of: frame)
        frame.isElsewhere =
            frame.isElsewhere || frame.places.first?.isElsewhere ?? false
            || frame.zone.contains { document.word($0) == "elsewhere" }
        return frame
    }

    /// "The war in Odra followed an attack on Velia": a country right after the trigger comes before what lies outside it
    /// and was named earlier.
    private func preferObject(of frame: inout EventFrame) {
        guard frame.group == .attack, let first = frame.places.first?.place,
            let index = frame.places.firstIndex(where: { $0.place?.level == .country && gap($0, frame) == 1 }),
            let country = frame.places[index].place, !PlaceRelation.contains(country, first),
            frame.places.allSatisfy({ $0.tokens.lowerBound <= frame.places[index].tokens.lowerBound })
        else { return }
        frame.places.insert(frame.places.remove(at: index), at: 0)
    }

    /// The words between the trigger and a name after it.
    private func gap(_ mention: PlaceMention, _ frame: EventFrame) -> Int {
        mention.tokens.lowerBound - frame.trigger.upperBound
    }

    /// Who gives an order answers for it: "the army ⟨ordered⟩ people to leave".
    private func order(of frame: EventFrame) -> Attribution? {
        guard frame.group == .order else { return nil }
        return reading.attributions[frame.sentence].first {
            $0.sentence == frame.sentence && $0.verbClass == .order && $0.cue.overlaps(frame.zone)
        }
    }

    func locations(in range: Range<Int>, of group: EventGroup? = nil) -> [PlaceMention] {
        reading.places.beginning(in: range).filter { mention in
            // People leave from where it happened.
            let isLeft = group == .movement && mention.role == .origin && !mention.isOwner && !mention.isDescription
            return (mention.isLocation || isLeft) && mention.place != nil
                && (mention.role != nil || mention.isNear || mention.isHeading)
                // "according to records at the hospital" tells where the source is.
                && !reading.attributions[document.sentence(ofToken: mention.name.lowerBound)].contains {
                    $0.sourceTokens.overlaps(mention.name)
                }
        }
    }

    /// The date nearest to the trigger, of its clause if that has one.
    private func date(of frame: EventFrame, in tokens: Range<Int>) -> DateMention? {
        // Who orders people out says so: the day of the order is that of its telling.
        let mayTell = frame.group == .order
        let own = dates(in: frame.zone, sentence: frame.sentence, mayTell: mayTell)
        var dates = own.isEmpty ? self.dates(in: tokens, sentence: frame.sentence, mayTell: mayTell) : own
        dates.removeAll { $0.role == .asOf && frame.counts.isEmpty }
        // "The worst raid since December 2020 killed three on Monday"
        if dates.contains(where: { $0.role == .point && !$0.isHistorical }) {
            dates.removeAll { $0.role == .since && $0.isHistorical }
        }
        // "two months after gunmen killed 46 on April 5"
        if dates.contains(where: { $0.role == .point && $0.span.method == .explicit }) {
            dates.removeAll { document.word($0.tokens.upperBound - 1) == "after" }
        }
        // "killed on Friday in the second raid this week"
        let days = dates.filter { $0.role == .point && [.day, .partOfDay, .clockTime].contains($0.span.precision) }
        dates.removeAll { long in
            [.week, .month, .year].contains(long.span.precision)
                && days.contains { $0.tokens.upperBound <= long.tokens.lowerBound && $0.span.touches(long.span) }
        }
        return dates.min {
            abs($0.tokens.lowerBound - frame.trigger.lowerBound) < abs($1.tokens.lowerBound - frame.trigger.lowerBound)
        }
    }

    func dates(in range: Range<Int>, sentence: Int, mayTell: Bool = false) -> [DateMention] {
        reading.dates.beginning(in: range).filter { date in
            date.role != .future && date.role != .aside && date.span != .unknown
                && (mayTell || !reading.isStatementDate(date, sentence: sentence))
        }
    }

    /// Locations before targets before genitives, then by distance from the trigger, those after it first.
    private func order(_ mention: PlaceMention, _ frame: EventFrame) -> Int {
        // The place that was taken is the place.
        if mention.taken == frame.trigger.lowerBound { return -1 }
        let gap = mention.tokens.lowerBound - frame.trigger.lowerBound
        let rank =
            switch mention.role ?? .genitive {
            case .location: 0
            case .target: frame.group == .attack ? 4 : 12
            case .genitive: 24
            case .between: 30
            case .origin, .agent: 40
            }
        return rank + (gap >= 0 ? gap : 4 - gap) + (mention.place?.level == .country ? 15 : 0)
    }

    private func actor(of frame: EventFrame) -> String? {
        // The side that intercepts is the one that says so; whose the munition was is another matter.
        if frame.group == .interception {
            return frame.attribution?.source.country.flatMap { reading.countries[$0]?.name }
        }
        let groups = reading.actors.beginning(in: frame.zone)
        if let group = groups.last(where: { $0.tokens.upperBound <= frame.trigger.lowerBound }) ?? groups.first {
            return group.name
        }
        let owners = reading.places.beginning(in: between(frame.zone.lowerBound, frame.trigger.lowerBound))
        // "Iranian-made drones" tells who made them.
        return owners.last { $0.isOwner && document.word($0.name.upperBound) != "-" }?.place?.name
    }
}
