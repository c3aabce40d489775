import Testing

@testable import DatelineCommands

@Suite struct IngestProgressTests {
    private let start = ContinuousClock.now

    @Test func `a terminal shows a bar with the rate and the time left`() {
        var progress = IngestProgress(files: 400, isTerminal: true, now: start)
        for _ in 0..<99 { #expect(progress.add(isKnown: false, begun: 100, now: start) == nil) }
        #expect(
            progress.add(isKnown: true, begun: 100, now: start + .seconds(10))
                == "█████░░░░░░░░░░░░░░░  25% 100 articles, 100 of 400 files, 10 a second, 30 s left"
        )
        #expect(progress.add(isKnown: false, begun: 101, now: start + .seconds(10)) == nil)
    }

    @Test func `elsewhere a line comes now and then`() {
        var progress = IngestProgress(files: 1_000_000, isTerminal: false, now: start)
        #expect(progress.add(isKnown: false, begun: 1000, now: start + .seconds(29)) == nil)
        #expect(
            progress.add(isKnown: false, begun: 1000, now: start + .seconds(31))
                == "2 articles, 1000 of 1000000 files, 0 a second, 8 h 36 min left"
        )
        #expect(progress.add(isKnown: false, begun: 1001, now: start + .seconds(32)) == nil)
    }

    @Test func `of one file nobody knows how much is left`() {
        var progress = IngestProgress(files: 1, isTerminal: true, now: start)
        #expect(progress.add(isKnown: false, begun: 1, now: start + .seconds(1)) == "1 articles, 1 a second")
    }
}
