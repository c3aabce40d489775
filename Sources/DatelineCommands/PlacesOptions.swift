import ArgumentParser
import DatelineCore
import Extraction
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

    /// The extractor over that gazetteer.
    func extractor() throws -> Extractor {
        Extractor(gazetteer: try gazetteer())
    }

    /// The version that stored events carry; with places of one's own also eight digits of their file's SHA-256, so that
    /// articles are read again when the file has changed.
    func version() throws -> String {
        guard let places else { return DatelineVersion.current }
        let digest = SHA256.digest(of: try PlacesOptions.bytes(of: places)).prefix(4)
        let digits = digest.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
        return "\(DatelineVersion.current)+places.\(digits)"
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
