public import DatelineCore
import Foundation

/// A moment, to the millisecond, in universal time.
public struct Timestamp: Comparable, Hashable, Sendable {
    /// Milliseconds since 1970.
    public var milliseconds: Int

    /// Creates a moment.
    public init(milliseconds: Int) {
        self.milliseconds = milliseconds
    }

    /// The moment of the call.
    public static var now: Timestamp {
        Timestamp(milliseconds: Int((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// Reads `2026-11-22T23:10:05.250Z`; seconds and parts of them may be missing.
    public init?(iso text: String) {
        guard let day = CivilDate(iso: text), text.hasSuffix("Z") else { return nil }
        let time = text.dropLast().dropFirst(11).split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(time.count), let hour = Int(time[0]), let minute = Int(time[1]),
            let seconds = time.count == 3 ? Double(time[2]) : 0, (0...23).contains(hour), (0...59).contains(minute),
            (0..<61).contains(seconds)
        else { return nil }
        let milliseconds = Int((seconds * 1000).rounded())
        self.init(milliseconds: ((day.dayNumber * 24 + hour) * 60 + minute) * 60_000 + milliseconds)
    }

    /// The day.
    public var date: CivilDate {
        CivilDate(dayNumber: Int((Double(milliseconds) / 86_400_000).rounded(.down)))
    }

    /// The moment as ISO 8601: `2026-11-22T23:10:05.250Z`.
    public var iso: String {
        let rest = milliseconds - date.dayNumber * 86_400_000
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let time = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0, 2) }
        return "\(date)T\(time.joined(separator: ":")).\(padded(rest % 1000, 3))Z"
    }

    /// Orders moments by time.
    public static func < (first: Timestamp, second: Timestamp) -> Bool {
        first.milliseconds < second.milliseconds
    }
}
