import DatelineCore

/// The day that an article tells of, for happenings to which it gives none.
///
/// What has only the day of publication or of a statement takes the day of the story: that of the lead, where all
/// that was dated up to it agrees with the lead, else that on which all dated happenings at its place agree.
struct StoryDay {
    let document: Document
    let anchor: CivilDate

    /// How many days before the anchor a story is at most.
    private static let reach = 14

    /// The last sentence of an opening: a title, a summary or the lead.
    private static let opening = 2

    /// How many happenings back one may be that dates another at its place.
    private static let memory = 40

    /// Dates the happenings that were not dated.
    func date(_ drafts: [Draft]) {
        // All are judged by what was told of them before any is dated.
        let stories = stories(of: drafts)
        for (draft, story) in zip(drafts, stories) {
            guard let story else { continue }
            draft.date = story.date
            draft.date.method = .sameEvent
            draft.dateText = nil
            let range = story.datingFrame?.date.map { document.bytes(of: $0.tokens) }
            draft.reasons.removeAll { $0.field == .date }
            draft.reasons.append(Reason(field: .date, rule: "story-day", range: range))
        }
    }

    /// What gives each happening its day; nil for those that keep theirs.
    private func stories(of drafts: [Draft]) -> [Draft?] {
        var stories = [Draft?](repeating: nil, count: drafts.count)
        var lead = drafts.first.flatMap { isStory($0) ? $0 : nil }
        for (index, draft) in drafts.enumerated() {
            // "Two days after a raid killed four" tells of another story.
            if let day = lead, isRecent(draft), draft.date.method != .computed, !draft.date.touches(day.date) {
                lead = nil
            }
            guard draft.isUndated, !draft.isRunningTotal,
                let story = lead.flatMap({ isOf($0, draft) ? $0 : nil }) ?? place(of: index, in: drafts),
                let last = story.date.end, draft.date.end.map({ last < $0 }) ?? false
            else { continue }
            stories[index] = story
        }
        return stories
    }

    private func isOf(_ lead: Draft, _ draft: Draft) -> Bool {
        lead.group == draft.group && lead.place?.country == draft.place?.country
    }

    /// A happening at the same place with a day on which all others there agree; for the opening, one told later too.
    private func place(of index: Int, in drafts: [Draft]) -> Draft? {
        let draft = drafts[index]
        guard let place = draft.place, place.level != .country else { return nil }
        let isOpening = draft.first.sentence <= StoryDay.opening
        let near = isOpening ? drafts.prefix(StoryDay.memory) : drafts[..<index].suffix(StoryDay.memory)
        let there = near.filter { other in
            other.group == draft.group && isRecent(other)
                && (other.place.map { $0.level != .country && PlaceRelation.isCompatible($0, place) } ?? false)
        }
        guard let first = there.first(where: isStory) else { return nil }
        return there.allSatisfy { $0.date.touches(first.date) } ? first : nil
    }

    /// Whether a happening is dated, and to the last days.
    private func isRecent(_ draft: Draft) -> Bool {
        guard !draft.isUndated, let end = draft.date.end else { return false }
        return anchor - end <= StoryDay.reach
    }

    /// Whether a happening has a day or night of its own.
    private func isStory(_ draft: Draft) -> Bool {
        guard isRecent(draft), let start = draft.date.start, let end = draft.date.end else { return false }
        return end - start <= 1 && !draft.isRunningTotal
    }
}

extension Draft {
    /// Whether it has only the day of publication, or that of a statement.
    var isUndated: Bool { !isDateStated && date.precision == .inferred }
}
