import ArgumentParser
import DatelineCore
import EventExport
import Foundation
import Gazetteer

/// `dateline gazetteer`: the places that the extractor knows.
struct GazetteerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gazetteer",
        abstract: "Look a place up in the built-in gazetteer.",
        discussion: """
            Place data: GeoNames (geonames.org), CC BY 4.0.

            Example: dateline gazetteer find "Khan Younis"
            """,
        subcommands: [Find.self, Build.self],
        defaultSubcommand: Find.self
    )

    /// `dateline gazetteer find`: which places bear a name.
    struct Find: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "find",
            abstract: "Show the places that bear a name, the likeliest first.",
            discussion: """
                Any spelling will do: case, accents and apostrophes do not count. The score is how likely the name means \
                the place before anything else in a text is known.

                Example: dateline gazetteer find "Khan Younis"
                Example: dateline gazetteer find tripoli --country LB
                """
        )

        @Argument(help: "The name.") var name: [String]

        @Option(help: ArgumentHelp("Only places in a country, by ISO code.", valueName: "code"))
        var country: String?

        @OptionGroup var places: PlacesOptions
        @OptionGroup var format: FormatOptions

        func run() throws {
            let gazetteer = try places.gazetteer()
            let name = name.joined(separator: " ")
            let matches = gazetteer.matches(of: NameFolding.fold(name)).filter { match in
                country == nil || gazetteer.entry(match.place).countryCode == country?.uppercased()
            }
            try format.write { output in
                let writer = try RowWriter(
                    columns: [
                        "score", "name", "kind", "as", "in", "country", "population", "latitude", "longitude",
                        "geonameid",
                    ],
                    format: format.resolvedFormat,
                    output: output
                )
                for match in matches {
                    try writer.write(Find.row(match, in: gazetteer))
                }
                try writer.finish()
            }
            guard !matches.isEmpty else {
                throw CommandFailure("The gazetteer has no place called \"\(name)\". Add it by --places FILE.")
            }
        }

        private static func row(_ match: NameMatch, in gazetteer: Gazetteer) -> [Cell] {
            let entry = gazetteer.entry(match.place)
            let parents = gazetteer.parents(match.place).map(gazetteer.name(of:))
            let kind = match.requiresCapitals ? "\(match.kind), in capitals" : "\(match.kind)"
            return [
                .decimal((match.score * 1000).rounded() / 1000), .text(entry.name), .text(entry.kind.label),
                .text(kind),
                Cell(parents.isEmpty ? nil : parents.joined(separator: ", ")), Cell(entry.countryCode),
                Cell(entry.population == 0 ? nil : entry.population), .decimal(entry.latitude),
                .decimal(entry.longitude), Cell(entry.geonameid),
            ]
        }
    }

    /// `dateline gazetteer build`: compiles a source table.
    struct Build: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "build",
            abstract: "Compile a source table to the binary that is built into the program.",
            discussion: """
                The table is made by Sources/GazetteerData/make_table.py; the same table always gives the same bytes.

                Example: dateline gazetteer build table.tsv Sources/GazetteerData/gazetteer.bin
                """
        )

        @Argument(help: "The source table.", completion: .file(extensions: ["tsv"])) var table: String
        @Argument(help: "The file to write.", completion: .file()) var output: String

        func run() throws {
            let bytes = try GazetteerBuilder.build(table: try PlacesOptions.bytes(of: table), file: table)
            let gazetteer = try Gazetteer(bytes: bytes)
            try Data(bytes).write(to: URL(filePath: output))
            Notes.write("\(gazetteer.placeCount) places in \(bytes.count) bytes")
        }
    }
}
