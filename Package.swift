// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "dateline",
    products: [
        .executable(name: "dateline", targets: ["dateline"]),
        .library(
            name: "Dateline",
            targets: [
                "DatelineCore", "Articles", "Gazetteer", "Extraction", "Evaluation", "Datasets", "Reprints",
                "EventStore",
                "EventExport",
            ]
        ),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The vocabulary: articles, events, civil dates, places, counts. Imports nothing but digests.
        .target(name: "DatelineCore", dependencies: ["CNettle"]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),

        // The processor's instruction that asks for memory ahead, which Swift has no name for.
        .systemLibrary(name: "CPrefetch"),

        // Opening files and standard input. Imports nothing but the system.
        .target(name: "Files"),

        // Reading and understanding text. No database.
        .target(
            name: "Articles",
            dependencies: [
                "CLibXML2", "CLibXML2Static", "CZlib", "Datasets", "DatelineCore", "Files",
                .product(name: "Yams", package: "Yams"),
            ],
            plugins: ["EmbedTextPlugin"]
        ),
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev", "liblzma-dev", "zlib1g-dev"])]
        ),
        // What libxml2 lacks in a static executable.
        .target(name: "CLibXML2Static"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "GazetteerData",
            exclude: ["README.md", "gazetteer.bin", "make_table.py", "place_names.py", "tables"]
        ),
        .target(name: "Gazetteer", dependencies: ["DatelineCore", "GazetteerData"]),
        .target(name: "Extraction", dependencies: ["DatelineCore", "Gazetteer"], plugins: ["EmbedTextPlugin"]),
        .target(name: "Evaluation", dependencies: ["DatelineCore"]),

        // Reading rows of events that others coded: CSV and TSV, by maps. No database.
        .target(
            name: "Datasets",
            dependencies: ["CPrefetch", "DatelineCore", "Files", .product(name: "Yams", package: "Yams")],
            plugins: ["EmbedTextPlugin"]
        ),

        // Telling whether two texts print one story. No database.
        .target(name: "Reprints"),

        // Storing and asking. No text.
        .target(name: "Migrations", path: "Migrations", plugins: ["EmbedTextPlugin"]),
        .target(
            name: "EventStore",
            dependencies: [
                "CPrefetch", "Datasets", "DatelineCore", "Migrations", "Reprints",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(name: "EventExport", dependencies: ["DatelineCore"]),

        // The command line: argument structs over the libraries, then one line of main.
        .target(
            name: "DatelineCommands",
            dependencies: [
                "Articles", "Datasets", "DatelineCore", "Evaluation", "EventExport", "EventStore", "Extraction",
                "Gazetteer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Cluster"]
        ),
        .executableTarget(
            name: "dateline",
            dependencies: ["DatelineCommands", .product(name: "ArgumentParser", package: "swift-argument-parser")]
        ),

        // Measures the speed of reading, and makes the rows of make bench: swift run -c release dateline-benchmark
        .executableTarget(
            name: "dateline-benchmark",
            dependencies: [
                "Articles", "DatelineCore", "Extraction", "Gazetteer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Benchmark",
            exclude: ["Peers"]
        ),

        // Build time only: turns .sql, .tsv and .yaml files into Swift string literals.
        .executableTarget(name: "EmbedText"),
        .plugin(
            name: "EmbedTextPlugin",
            capability: .buildTool(),
            dependencies: ["EmbedText"],
            path: "Sources/EmbedTextPlugin"
        ),

        .target(name: "TestSupport", path: "Tests/Support"),
        .target(
            name: "FuzzSubjects",
            dependencies: ["Articles", "Datasets", "DatelineCore", "Extraction"],
            path: "Tests/Fuzz/Subjects"
        ),
        .testTarget(
            name: "FuzzTests",
            dependencies: ["FuzzSubjects", "TestSupport"],
            path: "Tests/Fuzz",
            exclude: ["Driver", "Samples", "Subjects"]
        ),
        .testTarget(name: "DatelineCoreTests", dependencies: ["DatelineCore"]),
        .testTarget(name: "ArticlesTests", dependencies: ["Articles", "DatelineCore", "TestSupport"]),
        .testTarget(name: "EvaluationTests", dependencies: ["DatelineCore", "Evaluation"], exclude: ["Fixtures"]),
        .testTarget(
            name: "DatelineCommandsTests",
            dependencies: [
                "Articles", "Datasets", "DatelineCommands", "DatelineCore", "EventExport", "EventFixtures",
                "EventStore", "Evaluation", "Extraction", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Snapshots"]
        ),
        // Events and articles that several test targets make.
        .target(name: "EventFixtures", dependencies: ["DatelineCore"], path: "Tests/EventFixtures"),
        .testTarget(name: "EventExportTests", dependencies: ["DatelineCore", "EventExport", "EventFixtures"]),
        .testTarget(
            name: "EventStoreTests",
            dependencies: [
                "Datasets", "DatelineCore", "EventFixtures", "EventStore", "Migrations", "Reprints", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "DatasetsTests",
            dependencies: ["Datasets", "DatelineCore", "EventExport", "EventFixtures", "TestSupport"],
            exclude: ["Fixtures"]
        ),
        .testTarget(name: "ReprintsTests", dependencies: ["Reprints", "TestSupport"], exclude: ["Fixtures"]),
        .testTarget(name: "GazetteerTests", dependencies: ["DatelineCore", "Gazetteer"]),
        .testTarget(name: "ExtractionTests", dependencies: ["DatelineCore", "Extraction", "Gazetteer"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

// .ci/fuzz names the library of libFuzzer here, and has what it looks at count the code that is reached.
let fuzzer = Context.environment["DATELINE_FUZZER"]
if let fuzzer {
    package.targets.append(
        .executableTarget(
            name: "dateline-fuzz",
            dependencies: ["FuzzSubjects"],
            path: "Tests/Fuzz/Driver",
            linkerSettings: [.unsafeFlags([fuzzer, "-lstdc++", "-lm"])]
        )
    )
}

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .strictMemorySafety(),
            .treatAllWarnings(as: .error),
        ]
    if fuzzer != nil, ["Articles", "DatelineCore", "Datasets", "Extraction"].contains(target.name) {
        target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer"]))
    }
}
