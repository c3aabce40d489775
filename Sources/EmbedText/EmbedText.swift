import FoundationEssentials

/// Writes the input files as Swift string literals.
///
/// A text literal compiles in a fraction of the time that an array of bytes or a table of structs takes.
@main
struct EmbedText {
    static func main() throws {
        var swift = "enum EmbeddedText {\n    static let files: [(name: String, text: String)] = [\n"
        for path in CommandLine.arguments.dropFirst(2) {
            let url = URL(filePath: path)
            let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
            swift += "        (#\"\(url.lastPathComponent)\"#, ####\"\"\"\n\(text)\n\"\"\"####),\n"
        }
        swift += "    ]\n}\n"
        try Data(swift.utf8).write(to: URL(filePath: CommandLine.arguments[1]))
    }
}
