import Synchronization
import Testing

@testable import Extraction

@Suite struct InOrderTests {
    @Test func `results come in the order of the inputs, however long each takes`() async {
        var results: [Int] = []
        await inOrder(0..<200, width: 8) { number in
            // The earlier the longer.
            (0..<(200 - number) * 50).reduce(0, ^) * 0 + number
        } each: {
            results.append($0)
        }
        #expect(results == Array(0..<200))
    }

    @Test func `no more inputs are on the way than the width allows`() async {
        let drawn = Mutex(0)
        var handedOn = 0
        var most = 0
        let inputs = (0..<100).lazy.map { number in
            drawn.withLock { $0 += 1 }
            return number
        }
        await inOrder(inputs, width: 4) {
            $0
        } each: { _ in
            most = max(most, drawn.withLock { $0 } - handedOn)
            handedOn += 1
        }
        #expect(most <= 4)
        #expect(handedOn == 100)
    }

    @Test func `a failure ends the run and nothing later is handed on`() async {
        struct Stop: Error {}
        var handedOn: [Int] = []
        await #expect(throws: Stop.self) {
            try await inOrder(0..<100, width: 4) {
                $0
            } each: { number in
                if number == 5 { throw Stop() }
                handedOn.append(number)
            }
        }
        #expect(handedOn == [0, 1, 2, 3, 4])
    }
}
