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

    @OptionGroup var fields: MapOption

    /// The readers, with the fields of the map.
    func readers() throws -> ArticleReaders { .standard(map: try fields.articleMap()) }

    func validate() throws {
        let forms = ArticleReaders.standard.fileExtensions
        if let form, !forms.contains(form) {
            throw ValidationError("There is no form \"\(form)\"; there are \(forms.joined(separator: ", ")).")
        }
    }
}
