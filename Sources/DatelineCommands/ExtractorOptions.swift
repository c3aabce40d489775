import ArgumentParser
import DatelineCore
import Extraction
import Foundation

/// What the extractor knows beside its own places and words.
struct ExtractorOptions: ParsableArguments {
    @OptionGroup var places: PlacesOptions

    @Option(
        help: ArgumentHelp(
            "A folder of lexicon files of your own.",
            discussion: "Their rows add to those that dateline lexicons shows, or come in their place.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var lexicons: String?

    /// The extractor with the user's places and words.
    func extractor() throws -> Extractor {
        Extractor(
            gazetteer: try places.gazetteer(),
            lexicons: lexicons == nil ? .embedded : try Lexicons(adding: UserLexicons(parsing: try files()))
        )
    }

    /// The version that stored events carry; with places or words of one's own also eight digits of the SHA-256 of
    /// their files, so that articles are read again when a file has changed.
    func version() throws -> String {
        var parts: [String] = []
        if let digest = try places.digest() { parts.append("places.\(digest)") }
        if lexicons != nil {
            let contents = try files().map { Array($0.name.utf8) + [0] + $0.bytes + [0] }.joined()
            parts.append("lexicons.\(ExtractorOptions.digits(of: Array(contents)))")
        }
        return parts.isEmpty ? DatelineVersion.current : "\(DatelineVersion.current)+\(parts.joined(separator: "."))"
    }

    /// The first eight digits of a digest.
    static func digits(of bytes: [UInt8]) -> String {
        SHA256.digest(of: bytes).prefix(4).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// The `.tsv` files of the folder, by name; hidden ones and other files are none.
    private func files() throws -> [UserLexicons.File] {
        guard let folder = lexicons else { return [] }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw ValidationError("cannot read the folder \(folder): \(error.localizedDescription)")
        }
        let files = names.filter { $0.hasSuffix(".tsv") && !$0.hasPrefix(".") }.sorted()
        guard !files.isEmpty else {
            throw ValidationError("\(folder) has no .tsv file; dateline lexicons lists the names that they may have")
        }
        return try files.map { name in
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            return UserLexicons.File(path: path, bytes: try PlacesOptions.bytes(of: path))
        }
    }
}
