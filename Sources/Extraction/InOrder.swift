import Dispatch
import Synchronization

/// Works on many inputs in parallel and hands the results on in the order of the inputs.
///
/// The caller's thread draws the inputs and takes the results, so that both may touch what belongs to it, a database
/// for one; only the work itself runs beside it.
/// - Parameters:
///   - width: how many inputs may be between drawn and handed on, or how much of what `size` measures.
///   - jobs: how many inputs may be worked on at once; nil for as many as there are processors. With one, the caller's
///     thread does everything itself.
///   - size: how much of the width an input takes up.
///   - draw: gives the next input. It is told whether it may wait for one; where it may not, nil means that there is
///     none yet, where it may, that there is none any more.
///   - work: what is done with an input.
///   - each: takes the results.
package func inOrder<Input: Sendable, Result: Sendable>(
    width: Int,
    jobs: Int? = nil,
    size: (Input) -> Int = { _ in 1 },
    draw: (_ mayWait: Bool) throws -> Input?,
    work: @escaping @Sendable (Input) -> Result,
    each: (Result) throws -> Void
) rethrows {
    if jobs == 1 {
        while let input = try draw(true) { try each(work(input)) }
        return
    }
    let queue = DispatchQueue(label: "dateline.workers", qos: .utility, attributes: .concurrent)
    let finished = Finished<Result>()
    var drawn = 0
    var done = 0
    var handedOn = 0
    var free = width
    var sizes: [Int: Int] = [:]
    // Nothing is left at work behind a failure.
    defer {
        for _ in done..<drawn { finished.wait() }
    }
    while true {
        while free > 0, drawn - done < jobs ?? .max, let input = try draw(drawn == handedOn) {
            let number = drawn
            sizes[number] = size(input)
            free -= size(input)
            queue.async { finished.add(number, work(input)) }
            drawn += 1
        }
        guard done < drawn else { return }
        finished.wait()
        done += 1
        while let next = finished.take(handedOn) {
            free += sizes.removeValue(forKey: handedOn) ?? 0
            handedOn += 1
            try each(next)
        }
    }
}

/// Works on the elements of a sequence in parallel and hands the results on in their order.
package func inOrder<Input: Sendable, Result: Sendable>(
    _ inputs: some Sequence<Input>,
    width: Int,
    work: @escaping @Sendable (Input) -> Result,
    each: (Result) throws -> Void
) rethrows {
    var inputs = inputs.makeIterator()
    try inOrder(width: width, draw: { _ in inputs.next() }, work: work, each: each)
}

/// Results by the numbers of their inputs, as they come.
private final class Finished<Result: Sendable>: Sendable {
    private let results = Mutex<[Int: Result]>([:])
    private let count = DispatchSemaphore(value: 0)

    func add(_ number: Int, _ result: Result) {
        results.withLock { $0[number] = result }
        count.signal()
    }

    /// Waits for one more.
    func wait() {
        count.wait()
    }

    /// The result of an input, if it has come; it is not kept.
    func take(_ number: Int) -> Result? {
        results.withLock { $0.removeValue(forKey: number) }
    }
}
