import Foundation
import TestSupport
import Testing

/// Holds the README to the program.
@Suite struct ReadmeTests {
    private let readme: String
    private let file = BuiltProgram.packageRoot.appending(path: "README.md")

    init() throws {
        readme = try String(contentsOf: file, encoding: .utf8)
    }

    /// A folder that looks like the package's own to a command.
    private func exampleFolder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.link("SampleData", to: BuiltProgram.packageRoot.appending(path: "SampleData").path)
        return folder
    }

    // MARK: Commands and options

    /// What the program says of its own command line.
    private struct ToolInfo: Decodable {
        struct Command: Decodable {
            var commandName: String
            var discussion: String?
            var subcommands: [Command]?
            var arguments: [Argument]?
        }
        struct Argument: Decodable {
            struct Name: Decodable {
                var kind: String
                var name: String
            }
            var names: [Name]?
        }
        var command: Command
    }

    private func commands() throws -> [ToolInfo.Command] {
        let help = try BuiltProgram.run(["--experimental-dump-help"], in: exampleFolder())
        let info = try JSONDecoder().decode(ToolInfo.self, from: Data(help.output.utf8))
        return try #require(info.command.subcommands).filter { $0.commandName != "help" }
    }

    @Test func `every command and every option is named`() throws {
        for command in try commands() {
            let names = (command.arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }
            let wanted = ["`\(command.commandName)`"] + names.map { "--\($0.name)" }.filter { $0 != "--version" }
            let missing = wanted.filter { !readme.contains($0) }
            #expect(missing.isEmpty, "of dateline \(command.commandName)")
        }
    }

    @Test func `the help of every command has an example`() throws {
        for command in try commands() {
            let discussion = command.discussion ?? ""
            #expect(
                discussion.contains("Example: dateline \(command.commandName)"),
                "dateline help \(command.commandName)"
            )
        }
    }

    // MARK: Examples

    @Test func `every example runs`() throws {
        let folder = try exampleFolder()
        let blocks = readme.components(separatedBy: "```sh\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
        let examples = blocks.flatMap { $0.split(separator: "\n") }.filter { $0.contains("dateline ") }
        #expect(examples.count >= 10)
        for example in examples {
            let outcome = try BuiltProgram.shell(String(example), in: folder)
            #expect(outcome.code == 0, "\(example): \(outcome.errors)")
        }
    }

    @Test func `make demo shows what the README shows`() throws {
        let folder = try TemporaryFolder()
        let script = BuiltProgram.packageRoot.appending(path: ".ci/show").path
        let outcome = try BuiltProgram.shell("'\(script)' \(BuiltProgram.url.path) \(folder.path("out"))", in: folder)
        #expect(outcome.code == 0, "\(outcome.errors)")
        try Snapshot("demo.txt").check(outcome.output)
        let parts = readme.components(separatedBy: "<!-- demo -->\n")
        try #require(parts.count == 3, "README.md has one place for the demo between two marks")
        let shown = "```console\n$ make demo\n\(outcome.output)```\n"
        try Snapshot(file: file).check([parts[0], shown, parts[2]].joined(separator: "<!-- demo -->\n"))
    }
}
