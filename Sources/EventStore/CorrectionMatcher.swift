/// Finds the events that corrections mean, among those of an article as it was read now.
struct CorrectionMatcher {
    /// An event of the article, with the type that the program read.
    struct Candidate {
        let event: Int64
        let target: CorrectionTarget
    }

    /// In the order of the text.
    let candidates: [Candidate]
    let hash: [UInt8]

    /// The event with the same trigger in the same sentence.
    ///
    /// In the same text the trigger's place alone decides, so that sentences may be split in another way.
    func exactMatch(of target: CorrectionTarget) -> Int64? {
        let words = target.words
        var found = candidates.filter {
            $0.target.offset == target.offset && $0.target.trigger.count == target.trigger.count
                && $0.target.words == words
        }
        if target.hash == hash {
            let here = candidates.filter { $0.target.trigger == target.trigger }
            if !here.isEmpty { found = here }
        }
        let ofType = found.filter { $0.target.type == target.type }
        if ofType.count == 1 { return ofType[0].event }
        if let same = found.first(where: { $0.target.position == target.position }) { return same.event }
        return (ofType.last ?? found.last)?.event
    }

    /// The only event of the same type in the same sentence, told by another word.
    func nearMatch(of target: CorrectionTarget) -> Int64? {
        let words = target.words
        let found = candidates.filter { $0.target.type == target.type && $0.target.words == words }
        return found.count == 1 ? found[0].event : nil
    }
}
