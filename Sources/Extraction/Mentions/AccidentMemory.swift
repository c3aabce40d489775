import DatelineCore

/// Keeps harm by accidents, the weather and diseases apart from harm by attacks, from sentence to sentence.
struct AccidentMemory: Sendable {
    /// So many sentences after an accident its harm is told still, where they tell of nothing else.
    private static let reach = 3
    private var left = 0

    private static let harm: Set<CountKind> = [.killed, .injured, .casualties, .missing, .trapped]

    /// Rejects what an accident did: "Eleven people died in floods. Another three were missing."
    ///
    /// - Parameters:
    ///   - mentions: The triggers of a sentence.
    ///   - isTold: Whether the sentence tells of an accident.
    ///   - isConflict: Whether it has a word of armed conflict; "the storm hit" is no attack, "shells hit" is one.
    mutating func judge(_ mentions: inout [TriggerMention], isTold: Bool, isConflict: Bool) {
        let isAttack = mentions.contains {
            $0.rejection == nil && ["attack", "battle", "interception"].contains($0.entry.event?.root)
                && (isConflict || $0.entry.need != .impact)
        }
        if isAttack || isConflict { left = 0 } else if isTold { left = AccidentMemory.reach + 1 }
        guard !isAttack, isTold || left > 0 else { return }
        left = max(0, left - 1)
        for index in mentions.indices where mentions[index].rejection == nil {
            let entry = mentions[index].entry
            if entry.need == .impact || entry.count.map(AccidentMemory.harm.contains) == true {
                mentions[index].rejection = "accident"
            }
        }
    }
}
