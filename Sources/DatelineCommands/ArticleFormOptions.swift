import ArgumentParser
import Articles

/// In what form articles are read, where their files do not say it themselves.
struct ArticleFormOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The form of the files: an extension such as jsonl or csv.",
            discussion: "Else the extension of each file tells it, or how the file begins.",
            valueName: "extension"
        )
    )
    var form: String?

    @Option(
        help: ArgumentHelp(
            "Which fields or columns are the text, the title, the date and so on.",
            discussion: "A YAML file; common names are known without it.",
            valueName: "file"
        ),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var map: String?

    /// The readers, with the fields of the map.
    func readers() throws -> ArticleReaders {
        guard let map else { return .standard }
        do {
            return .standard(map: try ArticleMap(fileAt: map))
        } catch {
            throw CommandFailure(error.description)
        }
    }

    func validate() throws {
        let forms = ArticleReaders.standard.fileExtensions
        if let form, !forms.contains(form) {
            throw ValidationError("There is no form \"\(form)\"; there are \(forms.joined(separator: ", ")).")
        }
    }
}
