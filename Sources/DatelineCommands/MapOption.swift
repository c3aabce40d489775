import ArgumentParser
import Articles

/// Which fields of records are those of articles.
struct MapOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Which fields or columns are the text, the title, the date and so on.",
            discussion: "A YAML file; common names are known without it.",
            valueName: "file"
        ),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var map: String?

    /// The map in the file, over that of the common names.
    func articleMap() throws -> ArticleMap {
        guard let map else { return .standard }
        do {
            return try ArticleMap(fileAt: map)
        } catch {
            throw CommandFailure(error.description)
        }
    }
}
