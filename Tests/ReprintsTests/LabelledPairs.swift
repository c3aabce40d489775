import Foundation
import TestSupport

/// Two texts, and whether one is a reprint of the other.
struct LabelledPair: Sendable, CustomStringConvertible {
    let description: String
    let one: String
    let other: String
    let isReprint: Bool
}

/// Two hundred pairs: 25 stories as outlets print them anew in four ways, and 100 of different stories of one topic.
///
/// The stories are the sample articles and those in `Fixtures`, which are invented. Each file there tells of one war or
/// front in six stories; those of one outlet end with the same background paragraph, as they do in life.
struct LabelledPairs {
    private let samples: [String]
    private let topics: [String: [String]]

    init() throws {
        let folder = BuiltProgram.packageRoot.appending(path: "SampleData/Articles")
        samples = try LabelledPairs.texts(in: folder).map { text in
            text.components(separatedBy: "\n---\n").dropFirst().joined(separator: "\n---\n")
        }
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        let names = try FileManager.default.contentsOfDirectory(atPath: fixtures.path).sorted()
        let stories = try LabelledPairs.texts(in: fixtures).map { $0.components(separatedBy: "----\n") }
        topics = Dictionary(uniqueKeysWithValues: zip(names.map { String($0.dropLast(4)) }, stories))
    }

    private static func texts(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
    }

    var all: [LabelledPair] { reprints + differentStories }

    // MARK: Reprints

    private var reprints: [LabelledPair] {
        let names = topics.keys.sorted()
        let others = names.map { topics[$0]?[0] ?? "" } + names.prefix(2).map { topics[$0]?[3] ?? "" }
        return (samples + others).enumerated().flatMap { number, story in
            let paragraphs = story.split(separator: "\n\n").map(String.init)
            let rules: [(name: String, reprint: [String])] = [
                ("copy", LabelledPairs.copy(paragraphs)),
                ("cut", LabelledPairs.cut(paragraphs)),
                ("edit", LabelledPairs.edit(paragraphs, number)),
                ("cut and edit", LabelledPairs.cutAndEdit(paragraphs, number)),
            ]
            return rules.map { name, reprint in
                LabelledPair(
                    description: "\(name) of story \(number)",
                    one: story,
                    other: reprint.joined(separator: "\n\n"),
                    isReprint: true
                )
            }
        }
    }

    /// Typeset anew, without the dateline, with the outlet's own notice below.
    private static func copy(_ paragraphs: [String]) -> [String] {
        var copy = paragraphs.map { $0.replacing("'", with: "’").replacing(" - ", with: " – ") }
        if let dash = copy[0].range(of: " — "), copy[0].distance(from: copy[0].startIndex, to: dash.lowerBound) < 60 {
            copy[0] = String(copy[0][dash.upperBound...])
        }
        return copy + ["Read more of our reports on this page. Write to the newsroom if you have seen a mistake."]
    }

    /// The first five paragraphs, or half of a story that has no more.
    private static func cut(_ paragraphs: [String]) -> [String] {
        Array(paragraphs.prefix(paragraphs.count > 5 ? 5 : (paragraphs.count + 1) / 2))
    }

    /// The first figure is another, a paragraph on the outlet's own town comes second, somebody "told reporters" what he
    /// said, and the last paragraph is dropped.
    private static func edit(_ paragraphs: [String], _ number: Int) -> [String] {
        var edited = Array(paragraphs.dropLast())
        edited[0] = withOtherFigure(edited[0])
        edited = edited.map { $0.replacing(" said.", with: " told reporters.") }
        edited.insert(localParagraphs[number % localParagraphs.count], at: 1)
        return edited
    }

    /// Half of the story with another figure and a paragraph of the outlet's own.
    private static func cutAndEdit(_ paragraphs: [String], _ number: Int) -> [String] {
        var edited = Array(paragraphs.prefix((paragraphs.count + 1) / 2))
        edited[edited.count - 1] = withOtherFigure(edited[edited.count - 1])
        return edited + [localParagraphs[(number + 1) % localParagraphs.count]]
    }

    /// The text with its first number of digits raised by one.
    private static func withOtherFigure(_ text: String) -> String {
        guard let start = text.firstIndex(where: \.isNumber) else { return text }
        let digits = text[start...].prefix { $0.isNumber }
        return text[..<start] + "\((Int(digits) ?? 0) + 1)" + text[digits.endIndex...]
    }

    private static let localParagraphs = [
        "A family from our county is among those who wait for news. The parish hall will be open from six this evening.",
        "Our own harbour has taken in four ships that were on their way there, the port office said this morning.",
        "Two students from the region came home on the last flight on Sunday and spoke to this newspaper.",
        "The town council will hear on Thursday what its twin town needs most; blankets are being collected already.",
        "Petrol at the ring road cost three cents more this morning, which dealers put down to the reports.",
    ]

    // MARK: Different stories

    private var differentStories: [LabelledPair] {
        var pairs: [LabelledPair] = []
        func add(_ name: String, _ one: String, _ other: String) {
            pairs.append(LabelledPair(description: name, one: one, other: other, isReprint: false))
        }
        for (topic, stories) in topics.sorted(by: { $0.key < $1.key }) {
            for one in stories.indices {
                for other in stories.indices where other > one {
                    add("\(topic), \(one) and \(other)", stories[one], stories[other])
                }
            }
        }
        // The sample articles on the war in Ukraine, three of which tell of one night in Mykolaiv.
        let ukraine = [0, 1, 2, 3, 6]
        for one in ukraine {
            for other in ukraine where other > one {
                add("samples \(one + 1) and \(other + 1)", samples[one], samples[other])
            }
            for (number, story) in (topics["air-force-bulletins"] ?? []).prefix(3).enumerated() where one < 6 {
                add("sample \(one + 1) and bulletin \(number)", samples[one], story)
            }
        }
        for (number, story) in (topics["rafah-and-khan-younis"] ?? []).prefix(3).enumerated() {
            add("sample 10 and Gaza \(number)", samples[9], story)
        }
        return pairs
    }
}
