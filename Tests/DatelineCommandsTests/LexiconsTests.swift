import Foundation
import TestSupport
import Testing

/// Lexicons of the user's own, on the command line.
@Suite struct LexiconsTests {
    private let folder = try? TemporaryFolder()

    private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments, in: try #require(folder))
    }

    @Test func `the README's example reads as it says`() throws {
        let folder = try #require(folder)
        let readme = try String(contentsOf: BuiltProgram.packageRoot.appending(path: "README.md"), encoding: .utf8)
        let section = try #require(readme.components(separatedBy: "## Words of your own\n").dropFirst().first)
        let transcript = try #require(section.components(separatedBy: "```").dropFirst().first)
        let steps = transcript.components(separatedBy: "\n$ ").dropFirst().map { step in
            let lines = step.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return (command: String(lines[0]), output: String(lines.last ?? "").trimmingCharacters(in: .newlines))
        }
        try #require(steps.count == 5)
        for file in steps[0].output.components(separatedBy: "==> ").dropFirst() {
            let parts = file.components(separatedBy: " <==\n")
            try folder.write(parts[0], text: parts[1].trimmingCharacters(in: .newlines) + "\n")
        }
        try folder.write("hill.txt", text: steps[1].output + "\n")
        for step in steps {
            let outcome = try BuiltProgram.shell(step.command, in: folder)
            #expect(outcome.code == 0, "\(outcome.errors)")
            #expect(outcome.output.trimmingCharacters(in: .newlines) == step.output)
        }
    }

    @Test func `a change of the words reads the article again`() throws {
        let folder = try #require(folder)
        try folder.write(
            "a.txt",
            text: "---\npublished: 2025-03-11\n---\nAir defences swatted down 14 drones on Monday.\n"
        )
        try folder.write("mine/README.md", text: "Notes.\n")
        try folder.write(
            "mine/triggers.tsv",
            text: "surface\tevent\tcount\tform\nswatted down\tinterception.airdefence\tintercepted\tpv\n"
        )
        _ = try run("ingest", "a.txt", "--db", "news.sqlite")
        let own = try run("ingest", "a.txt", "--db", "news.sqlite", "--lexicons", "mine")
        #expect(own.output.contains("Stored 1 event"))
        let again = try run("ingest", "a.txt", "--db", "news.sqlite", "--lexicons", "mine/")
        #expect(again.output == "Read 1 article: 1 unchanged.\n")
        let row = try run("query", "--db", "news.sqlite", "--format", "csv").output
        #expect(row.contains(",0.1.0+lexicons."))
        try folder.write("mine/triggers.tsv", text: "surface\tform\tevent\nswatted down\tpv\tattack\n")
        #expect(!(try run("ingest", "a.txt", "--db", "news.sqlite", "--lexicons", "mine").output.contains("unchanged")))
    }

    @Test func `places and words of one's own both stand in the version`() throws {
        let folder = try #require(folder)
        try folder.write(
            "a.txt",
            text: "---\npublished: 2025-03-11\n---\nShelling killed two people in Kherson on Monday.\n"
        )
        try folder.write("mine.tsv", text: "name\tkind\tcountry\tadmin1\tlatitude\tlongitude\talternates\n")
        try folder.write("mine/weapons.tsv", text: "surface\tcode\ngrom-9\tuav.oneway.grom\n")
        _ = try run("ingest", "a.txt", "--db", "news.sqlite", "--places", "mine.tsv", "--lexicons", "mine")
        let row = try run("query", "--db", "news.sqlite", "--format", "csv").output
        #expect(row.contains(",0.1.0+places."))
        #expect(row.contains(".lexicons."))
    }

    @Test(arguments: ["ingest", "explain", "annotate", "evaluate"])
    func `bad rows end every reading command before it reads`(command: String) throws {
        let folder = try #require(folder)
        try folder.write("a.txt", text: "Two were hurt.\n")
        try folder.write("gold.jsonl", text: #"{"article": "a", "events": []}"# + "\n")
        try folder.write("mine/titles.tsv", text: "surface\tkind\nhetman\twizard\nvoivode\tngoo\n")
        let subject = command == "evaluate" ? ["gold.jsonl", "a.txt"] : ["a.txt"]
        let outcome = try BuiltProgram.run([command] + subject + ["--lexicons", "mine"], in: folder)
        #expect(outcome.code == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("mine/titles.tsv:2: “wizard” in column kind: use one of belligerent_military"))
        #expect(outcome.errors.contains("mine/titles.tsv:3: “ngoo” in column kind: did you mean ngo?"))
    }

    @Test func `a folder that is none or holds no list is a matter of usage`() throws {
        let folder = try #require(folder)
        try folder.write("a.txt", text: "Two were hurt.\n")
        try folder.write("empty/notes.md", text: "Notes.\n")
        for name in ["none", "empty", "a.txt"] {
            let outcome = try run("annotate", "a.txt", "--lexicons", name)
            #expect(outcome.code == 64)
            #expect(outcome.errors.contains(name))
        }
    }

    @Test func `the lists are shown with their columns, and each as it is`() throws {
        let all = try run("lexicons").output
        #expect(all.contains("weapons.tsv, "))
        #expect(all.contains("  form*       p after its noun (passive)"))
        let one = try run("lexicons", "weapons")
        #expect(one.output.contains("\nsurface\tcode\tmodel\n"))
        #expect(try run("lexicons", "weapons.tsv").output == one.output)
        let none = try run("lexicons", "wepons")
        #expect(none.code == 64)
        #expect(none.errors.contains("weapons.tsv"))
    }
}
