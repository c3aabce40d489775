// Reads what libFuzzer makes up, as one subject of FuzzSubject does: .ci/fuzz builds and runs it.
import FuzzSubjects
import Glibc

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ look: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

enum Run {
    static let path = "/dev/shm/dateline-fuzz-\(getpid())"

    static let subject: FuzzSubject = {
        let name = unsafe getenv("FUZZ_SUBJECT").map { unsafe String(cString: $0) }
        guard let subject = FuzzSubject.all.first(where: { $0.name == name }) else {
            fatalError("FUZZ_SUBJECT must be one of \(FuzzSubject.all.map(\.name))")
        }
        return subject
    }()

    static func look(_ bytes: UnsafeRawBufferPointer) {
        guard let file = unsafe fopen(path, "w") else { fatalError("\(path) cannot be written") }
        unsafe fwrite(bytes.baseAddress, 1, bytes.count, file)
        unsafe fclose(file)
        if unsafe getenv("FUZZ_SHOW") != nil {
            print(FuzzSubject.wordsChosen(by: path))
            fflush(nil)
        }
        let broken = subject.brokenPromises(ofReading: path)
        if !broken.isEmpty { fatalError(broken.joined(separator: "\n")) }
    }
}

var count = CommandLine.argc
var arguments = unsafe CommandLine.unsafeArgv
exit(
    unsafe runFuzzer(&count, &arguments) { bytes, length in
        unsafe Run.look(UnsafeRawBufferPointer(start: bytes, count: length))
        return 0
    }
)
