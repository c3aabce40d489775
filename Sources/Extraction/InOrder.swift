/// Works on many inputs in parallel and hands the results on in the order of the inputs.
///
/// The caller's task draws the inputs and takes the results, so that both may touch what belongs to it, a database
/// for one; only the work itself runs beside it. No more than `width` inputs are between drawn and handed on.
package func inOrder<Input: Sendable, Result: Sendable>(
    _ inputs: some Sequence<Input>,
    width: Int,
    work: @escaping @Sendable (Input) -> Result,
    each: (Result) throws -> Void
) async rethrows {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
        var inputs = inputs.makeIterator()
        var drawn = 0
        var handedOn = 0
        var early: [Int: Result] = [:]
        func draw() -> Bool {
            guard let input = inputs.next() else { return false }
            let number = drawn
            group.addTask { (number, work(input)) }
            drawn += 1
            return true
        }
        while drawn < width, draw() {}
        while let (number, result) = try await group.next() {
            early[number] = result
            while let next = early.removeValue(forKey: handedOn) {
                handedOn += 1
                try each(next)
            }
            while drawn - handedOn < width, draw() {}
        }
    }
}
