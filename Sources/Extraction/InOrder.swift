import Dispatch

/// Works on many inputs in parallel and hands the results on in the order of the inputs.
///
/// The caller's task draws the inputs and takes the results, so that both may touch what belongs to it, a database
/// for one; only the work itself runs beside it.
/// - Parameters:
///   - width: how many inputs may be between drawn and handed on, or how much of what `size` measures.
///   - jobs: how many inputs may be worked on at once; nil for as many as there are processors. With one, the caller's
///     task does everything itself.
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
) async rethrows {
    if jobs == 1 {
        while let input = try draw(true) { try each(work(input)) }
        return
    }
    let workers = Workers()
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
        var drawn = 0
        var done = 0
        var handedOn = 0
        var free = width
        var sizes: [Int: Int] = [:]
        var early: [Int: Result] = [:]
        while true {
            while free > 0, drawn - done < jobs ?? .max, let input = try draw(drawn == handedOn) {
                let number = drawn
                sizes[number] = size(input)
                free -= size(input)
                group.addTask(executorPreference: workers) { (number, work(input)) }
                drawn += 1
            }
            guard let (number, result) = try await group.next() else { return }
            done += 1
            early[number] = result
            while let next = early.removeValue(forKey: handedOn) {
                free += sizes.removeValue(forKey: handedOn) ?? 0
                handedOn += 1
                try each(next)
            }
        }
    }
}

/// Works on the elements of a sequence in parallel and hands the results on in their order.
package func inOrder<Input: Sendable, Result: Sendable>(
    _ inputs: some Sequence<Input>,
    width: Int,
    work: @escaping @Sendable (Input) -> Result,
    each: (Result) throws -> Void
) async rethrows {
    var inputs = inputs.makeIterator()
    try await inOrder(width: width, draw: { _ in inputs.next() }, work: work, each: each)
}

/// Threads of their own for what is worked on, as many as there are processors.
///
/// Among the tasks of the common threads the caller's would come up behind all that it has handed out: while it stored
/// what they brought, every other processor would have nothing left to do.
private final class Workers: TaskExecutor {
    private let queue = DispatchQueue(label: "dateline.workers", qos: .utility, attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
