public import Foundation

/// The built `dateline`, run as people run it.
public enum BuiltProgram {
    /// What a run came to.
    public struct Outcome: Sendable {
        /// The exit code.
        public let code: Int32
        /// Standard output.
        public let output: String
        /// Standard error.
        public let errors: String
    }

    /// Where the program is: beside the test bundle.
    public static var url: URL {
        let bundle = URL(filePath: ProcessInfo.processInfo.arguments.first ?? "").resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appending(path: "dateline")
    }

    /// The root of the package.
    public static var packageRoot: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    /// Runs `dateline` in a folder and waits for its end.
    public static func run(
        _ arguments: [String],
        in folder: TemporaryFolder,
        input: [UInt8] = [],
        environment: [String: String] = [:]
    ) throws -> Outcome {
        try run(url.path, arguments, in: folder, input: input, environment: environment)
    }

    /// Runs a line of the shell in a folder, in which `dateline` is the built one.
    public static func shell(_ line: String, in folder: TemporaryFolder) throws -> Outcome {
        let path = url.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin"
        return try run("/bin/sh", ["-c", line], in: folder, environment: ["PATH": path])
    }

    private static func run(
        _ executable: String,
        _ arguments: [String],
        in folder: TemporaryFolder,
        input: [UInt8] = [],
        environment: [String: String]
    ) throws -> Outcome {
        // Files instead of pipes, so that no output is too long for them.
        let streams = try TemporaryFolder()
        try streams.write("in", input)
        try streams.write("out", [])
        try streams.write("err", [])
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = ["HOME": folder.path, "TZ": "UTC"].merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: streams.path("in")))
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: streams.path("out")))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: streams.path("err")))
        try process.run()
        process.waitUntilExit()
        return Outcome(
            code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: String(decoding: try streams.bytes("out"), as: UTF8.self),
            errors: String(decoding: try streams.bytes("err"), as: UTF8.self)
        )
    }
}
