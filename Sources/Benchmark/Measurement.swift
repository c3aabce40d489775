import DatelineCore
import Extraction
import Foundation

/// What one pass over some articles took.
struct Measurement {
    /// Seconds on the clock.
    var wall: Double
    /// Seconds of all processors together.
    var processor: Double
    /// Events found, which also proves that the work was done.
    var events: Int

    /// Reads the articles one after the other.
    static func oneCore(_ articles: [Article], _ extractor: Extractor) -> Measurement {
        let (wall, processor) = (clock(CLOCK_MONOTONIC), clock(CLOCK_PROCESS_CPUTIME_ID))
        let events = articles.reduce(0) { $0 + extractor.extract($1).events.count }
        return Measurement(
            wall: clock(CLOCK_MONOTONIC) - wall,
            processor: clock(CLOCK_PROCESS_CPUTIME_ID) - processor,
            events: events
        )
    }

    /// Reads the articles on all processors, as `ingest` does.
    static func allCores(_ articles: [Article], _ extractor: Extractor) -> Measurement {
        let (wall, processor) = (clock(CLOCK_MONOTONIC), clock(CLOCK_PROCESS_CPUTIME_ID))
        var events = 0
        inOrder(articles, width: ProcessInfo.processInfo.activeProcessorCount * 2) { article in
            extractor.extract(article).events.count
        } each: { count in
            events += count
        }
        return Measurement(
            wall: clock(CLOCK_MONOTONIC) - wall,
            processor: clock(CLOCK_PROCESS_CPUTIME_ID) - processor,
            events: events
        )
    }

    /// The most memory that the program has had, in megabytes.
    static var peakMegabytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
    }

    private static func clock(_ id: clockid_t) -> Double {
        var time = timespec()
        unsafe clock_gettime(id, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
