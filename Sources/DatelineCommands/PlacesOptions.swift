import ArgumentParser
import Foundation
import Gazetteer

/// The user's own places.
struct PlacesOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A TSV file of places of your own.",
            discussion: "Columns: \(UserPlaces.columns.joined(separator: ", ")). They come before all others.",
            valueName: "file"
        ),
        completion: .file(extensions: ["tsv"])
    )
    var places: String?

    /// The built-in gazetteer, with the user's places on top.
    func gazetteer() throws -> Gazetteer {
        guard let places else { return .embedded }
        return .embedded(adding: try UserPlaces(parsing: try PlacesOptions.bytes(of: places), file: places))
    }

    /// The first eight digits of the SHA-256 of the file; nil without one.
    func digest() throws -> String? {
        try places.map { ExtractorOptions.digits(of: try PlacesOptions.bytes(of: $0)) }
    }

    /// The contents of a file.
    static func bytes(of path: String) throws -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw ValidationError("cannot read \(path): \(error.localizedDescription)")
        }
    }
}
