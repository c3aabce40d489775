import DatelineCore
import Foundation
import GRDB

/// What applying corrections from elsewhere came to.
public struct AppliedCorrections: Sendable {
    /// How many were new here and found their events, or were taken back as they were elsewhere.
    public var applied = 0
    /// How many were here already.
    public var known = 0
    /// How many were new here and wait for their events.
    public var waiting = 0
    /// Pairs that set one field of an event otherwise, the later one first, which holds.
    public var conflicts: [(holds: Correction, other: Correction)] = []
}

extension EventStore {
    /// Applies corrections that were made in another database, in one transaction.
    ///
    /// Each finds its event by the article's text or address and the sentence; where it finds none it waits. Where
    /// two set one field otherwise, the later one holds, wherever it was made.
    public func apply(_ corrections: [Correction]) throws -> AppliedCorrections {
        try changingCorrections("apply the corrections") { _, store in
            var result = AppliedCorrections()
            for correction in corrections { try store.apply(correction, &result) }
            return result
        }
    }
}

extension CorrectionStore {
    func apply(_ correction: Correction, _ result: inout AppliedCorrections) throws {
        if let known = try corrections(where: "correction.key = ?", [correction.key]).first {
            guard let undoing = correction.undone, known.undone == nil else {
                result.known += 1
                return
            }
            try run(
                "UPDATE correction SET undone = ?, undone_by = ? WHERE key = ?",
                [undoing.time.milliseconds, undoing.author, correction.key]
            )
            if let event = known.target.event, let target = try existingTarget(ofEvent: event) {
                try materialize(target)
            }
            result.applied += 1
            return
        }
        let target = try target(for: correction)
        if correction.undone == nil,
            let other = try corrections(ofTarget: target).last(where: {
                $0.field == correction.field && $0.undone == nil
            }), other.value != correction.value
        {
            result.conflicts.append(correction.isLater(than: other) ? (correction, other) : (other, correction))
        }
        _ = try insert(correction, target: target)
        try materialize(target)
        let isWaiting = try self.target(target)?.event == nil
        if isWaiting { result.waiting += 1 } else { result.applied += 1 }
    }

    /// The target here that a correction from elsewhere means; one that waits where there is no such event.
    private func target(for correction: Correction) throws -> Int64 {
        let target = correction.target
        if correction.field == .added, case .added(let event) = correction.value {
            return try add(event, url: target.url).target
        }
        if let event = try event(of: target) { return try self.target(ofEvent: event) }
        let sql = """
            SELECT id FROM corrected_event
            WHERE event IS NULL AND hash = ? AND quote = ? AND trigger_start = ? AND trigger_end = ? AND position = ?
                AND dataset IS ? AND original IS ?
            """
        let waiting = try Int64.fetchOne(
            database.cachedStatement(sql: sql),
            arguments: [
                Data(target.hash), target.quote, target.trigger.lowerBound, target.trigger.upperBound,
                target.position, target.origin?.dataset, target.origin?.original,
            ]
        )
        return try waiting ?? insert(target, read: nil)
    }

    private func event(of target: CorrectionTarget) throws -> Int64? {
        if let origin = target.origin { return try event(of: origin) }
        let sql = """
            SELECT id FROM article
            WHERE superseded_by IS NULL AND (
                hash = :hash
                OR path <> :added AND :path <> :added
                    AND (url = :url OR path = :path AND path <> '-' AND (url IS NULL OR :url IS NULL))
                OR id = (SELECT superseded_by FROM article WHERE hash = :hash)
            )
            ORDER BY hash = :hash DESC, url IS :url DESC, id DESC
            LIMIT 1
            """
        let article = try Int64.fetchOne(
            database.cachedStatement(sql: sql),
            arguments: [
                "hash": Data(target.hash), "url": target.url, "path": target.path,
                "added": CorrectionTarget.addedPath,
            ]
        )
        guard let article else { return nil }
        let matcher = try matcher(ofArticle: article)
        return matcher.exactMatch(of: target) ?? matcher.nearMatch(of: target)
    }

    /// The event of an imported row.
    private func event(of origin: CorrectionTarget.Origin) throws -> Int64? {
        let sql = """
            SELECT event FROM origin JOIN dataset ON dataset.id = origin.dataset
            WHERE dataset.name = ? AND original IN (?, ?)
            """
        return try Int64.fetchOne(
            database.cachedStatement(sql: sql),
            arguments: [origin.dataset, origin.original, Int64(origin.original)]
        )
    }
}
