import Dispatch
import Synchronization
import Testing

@testable import Extraction

@Suite struct InOrderTests {
    @Test func `results come in the order of the inputs, however long each takes`() {
        var results: [Int] = []
        inOrder(0..<200, width: 8) { number in
            // The earlier the longer.
            (0..<(200 - number) * 50).reduce(0, ^) * 0 + number
        } each: {
            results.append($0)
        }
        #expect(results == Array(0..<200))
    }

    @Test func `no more inputs are on the way than the width allows`() {
        let drawn = Mutex(0)
        var handedOn = 0
        var most = 0
        let inputs = (0..<100).lazy.map { number in
            drawn.withLock { $0 += 1 }
            return number
        }
        inOrder(inputs, width: 4) {
            $0
        } each: { _ in
            most = max(most, drawn.withLock { $0 } - handedOn)
            handedOn += 1
        }
        #expect(most <= 4)
        #expect(handedOn == 100)
    }

    @Test func `large inputs are fewer on the way`() {
        var drawn = 0
        var handedOn = 0
        var most = 0
        var inputs = (1...100).makeIterator()
        inOrder(
            width: 30,
            size: { _ in 10 },
            draw: { _ in
                let input = inputs.next()
                if input != nil { drawn += 1 }
                return input
            },
            work: { $0 },
            each: { _ in
                most = max(most, drawn - handedOn)
                handedOn += 1
            }
        )
        #expect(most <= 3)
        #expect(handedOn == 100)
    }

    @Test func `results are taken while all processors are at work`() {
        let taken = DispatchSemaphore(value: 0)
        var results: [Int] = []
        inOrder(0..<64, width: 64) { number in
            // All but the first are at work until the first is taken.
            guard number > 0 else { return true }
            defer { taken.signal() }
            return taken.wait(timeout: .now() + 600) == .success
        } each: { isInTime in
            if isInTime { results.append(results.count) }
            if results.count == 1 { taken.signal() }
        }
        #expect(results.count == 64)
    }

    @Test(arguments: [1, 2])
    func `no more inputs are worked on at once than there are jobs`(jobs: Int) {
        let working = Mutex((now: 0, most: 0))
        var inputs = (0..<60).makeIterator()
        inOrder(width: 16, jobs: jobs) { _ in
            inputs.next()
        } work: { number in
            working.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
            let result = (0..<2000).reduce(number, ^)
            working.withLock { $0.now -= 1 }
            return result
        } each: { _ in
        }
        #expect(working.withLock { $0.most } <= jobs)
    }

    @Test func `an input that is not there yet keeps no result waiting`() {
        // The second input comes only after the first result.
        var drawn = 0
        var results: [Int] = []
        inOrder(width: 8) { _ -> Int? in
            guard drawn == results.count, drawn < 2 else { return nil }
            drawn += 1
            return drawn
        } work: {
            $0
        } each: {
            results.append($0)
        }
        #expect(results == [1, 2])
    }

    @Test func `a failure ends the run and nothing later is handed on`() {
        struct Stop: Error {}
        var handedOn: [Int] = []
        #expect(throws: Stop.self) {
            try inOrder(0..<100, width: 4) {
                $0
            } each: { number in
                if number == 5 { throw Stop() }
                handedOn.append(number)
            }
        }
        #expect(handedOn == [0, 1, 2, 3, 4])
    }
}
