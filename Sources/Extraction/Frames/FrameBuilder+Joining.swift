import DatelineCore

/// Whether two clauses tell of one happening, and the frame of both.
extension FrameBuilder {
    func joins(_ frame: EventFrame, _ earlier: EventFrame) -> Bool {
        if document.word(frame.zone.lowerBound) == "when" { return false }
        if isElsewhere(frame.zone) || isOtherLaunch(frame, earlier) { return false }
        let mine = locations(in: frame.zone).compactMap(\.place)
        let theirs = locations(in: earlier.zone).compactMap(\.place)
        if let first = mine.first, let other = theirs.first, !PlaceRelation.isCompatible(first, other) { return false }
        let dates = (
            dates(in: frame.zone, sentence: frame.sentence).first,
            dates(in: earlier.zone, sentence: earlier.sentence).first
        )
        if let first = dates.0, let second = dates.1, !first.span.touches(second.span) { return false }
        let sameSource =
            reading.attribution(governing: frame.trigger.lowerBound)?.source
            == reading.attribution(governing: earlier.trigger.lowerBound)?.source
        if isContrasted(frame, earlier) { return false }
        return !(isClash(frame, earlier) && sameSource && !mine.isEmpty)
    }

    /// Whether "while" parts two numbers: "strikes killed seven in the town, while the region reported three deaths".
    func isContrasted(_ frame: EventFrame, _ earlier: EventFrame) -> Bool {
        ["while", "whereas"].contains(document.word(frame.zone.lowerBound)) && isClash(frame, earlier)
    }

    /// Whether both count the same things and differ.
    private func isClash(_ frame: EventFrame, _ earlier: EventFrame) -> Bool {
        frame.counts.contains { count in
            earlier.counts.contains {
                $0.kind == count.kind && $0.unit == count.unit && $0.low != count.low && !count.isPart && !$0.isPart
            }
        }
    }

    /// Whether a clause tells of other parts of a country or of what happened elsewhere.
    func isElsewhere(_ zone: Range<Int>) -> Bool {
        zone.contains { document.word($0) == "elsewhere" } || locations(in: zone).contains(where: \.isElsewhere)
    }

    /// "launched 57 drones …, and fired four missiles": each verb tells of a launch of its own.
    private func isOtherLaunch(_ frame: EventFrame, _ earlier: EventFrame) -> Bool {
        let launches = frame.counts.filter { $0.kind == .launched }
        let before = earlier.counts.filter { $0.kind == .launched }
        return !launches.isEmpty && !before.isEmpty && frame.trigger != earlier.trigger
            && launches.allSatisfy { count in !before.contains { $0.unit == count.unit } }
    }

    func join(_ first: EventFrame, _ second: EventFrame) -> EventFrame {
        var joined = first
        joined.zone = between(first.zone.lowerBound, max(first.zone.upperBound, second.zone.upperBound))
        joined.types += second.types
        joined.counts += second.counts
        joined.reasons += second.reasons
        joined.hasEventWord = first.hasEventWord || second.hasEventWord
        // "They confirmed the attack but said 13 people had died": what is known is told by the event's word.
        joined.isAnaphoric =
            (first.isAnaphoric || !first.hasEventWord) && (second.isAnaphoric || !second.hasEventWord)
            && (first.isAnaphoric || second.isAnaphoric)
        if !first.hasEventWord, second.hasEventWord { joined.trigger = second.trigger }
        return joined
    }
}
