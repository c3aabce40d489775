import ArgumentParser
import Foundation
import Synchronization

/// Whether somebody asked the program to stop: by Ctrl-C, or by ending it in an orderly way.
///
/// The second time it is not asked but ended.
struct Interruption {
    private static let signal = Atomic<Int32>(0)

    /// Listens from now on.
    init() {
        // Whoever started the program from a thread that blocks signals has handed that on.
        var asking = sigset_t()
        unsafe sigemptyset(&asking)
        for number in [SIGINT, SIGTERM] {
            unsafe sigaddset(&asking, number)
            Foundation.signal(number) { number in
                Interruption.signal.store(number, ordering: .relaxed)
                Foundation.signal(number, SIG_DFL)
            }
        }
        unsafe pthread_sigmask(SIG_UNBLOCK, &asking, nil)
    }

    /// Whether it was asked.
    var isAsked: Bool { Interruption.signal.load(ordering: .relaxed) != 0 }

    /// What the program ends with: as the shell has it, 128 and the number of the signal.
    var exitCode: ExitCode { ExitCode(128 + Interruption.signal.load(ordering: .relaxed)) }
}
