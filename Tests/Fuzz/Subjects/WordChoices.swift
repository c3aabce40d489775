import DatelineCore
import Foundation

/// Words that mean something to the extractor, strung together as bytes say.
///
/// Changed bytes of an article seldom make a word that the extractor knows; here a few bytes choose a phrase of its
/// lexicons, a stretch of a sample article or a mark.
struct WordChoices: Sendable {
    /// Those of this package.
    static let standard = WordChoices()

    /// A text ends after so many bytes, since much is found in short texts and they are read fast.
    private static let longest = 4000

    private static let marks = [
        ",", ".", ";", ":", "\n", "\n\n", "\n- ", "\n• ", " – ", " - ", "-", "(", ")", "\"", "“", "”", "’", "'s", "/",
        "*",
        "@", "#", "%", "$", "№", "0", "1", "12", "-1", "1,000", "3.5", "1.5 million", "99999999999999999999", "½",
        "1st",
        "II", "2024", "May 6", "06/05/2024", "2024-05-06", "10:30", "a.m.", "(AFP)", "U.S.", "St.", "Mr.", "al-", "the",
        "a", "of", "in", "on", "at", "by", "and", "who", "said", "was", "had been", "Sumy", "Gaza", "Aleppo", "Kherson",
        "é", "Дрон", "日本", "\u{301}", "\u{1F1FA}",
    ]

    private let phrases: [String]
    private let sentences: [[Substring]]

    private init() {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let lexicons = WordChoices.texts(in: root.appending(path: "Sources/Extraction/Lexicons"), ending: ".tsv")
        let cells = lexicons.flatMap { $0.split(separator: "\n") }.filter { !$0.hasPrefix("#") }
            .flatMap { $0.split { "\t|…=".contains($0) } }
        phrases = Set(cells.map { $0.trimmingCharacters(in: .whitespaces) }).subtracting([""]).sorted()
        sentences = WordChoices.texts(in: root.appending(path: "SampleData/Articles"), ending: ".txt")
            .flatMap { $0.split(separator: "\n") }.flatMap { $0.split(separator: ". ") }.map {
                $0.split(separator: " ")
            }
        precondition(!phrases.isEmpty && !sentences.isEmpty, "there are no lexicons or no sample articles")
    }

    private static func texts(in folder: URL, ending: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().compactMap {
            try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
    }

    /// The article that a file's bytes choose; the first says whether the first line is a title.
    func article(ofFileAt path: String) -> Article {
        var bytes = (FileManager.default.contents(atPath: path) ?? Data()).makeIterator()
        let hasTitle = (bytes.next() ?? 0).isMultiple(of: 2)
        var body = ""
        while body.utf8.count < WordChoices.longest, let kind = bytes.next() {
            var words = words(kind, &bytes)
            switch kind >> 5 {
            case 0: words = words.uppercased()
            case 1: words = words.capitalized
            default: break
            }
            if kind & 24 != 0, !body.isEmpty { body += " " }
            body += words
        }
        let lines = body.split(separator: "\n", maxSplits: 1)
        let title = hasTitle && lines.count == 2 ? String(lines[0]) : nil
        return Article(path: "words", published: CivilDate(year: 2024, month: 5, day: 6), title: title, body: body)
    }

    private func words(_ kind: UInt8, _ bytes: inout some IteratorProtocol<UInt8>) -> String {
        let first = Int(bytes.next() ?? 0)
        if kind % 8 >= 6 { return WordChoices.marks[first % WordChoices.marks.count] }
        let number = first << 8 + Int(bytes.next() ?? 0)
        if kind % 8 >= 2 { return phrases[number % phrases.count] }
        let sentence = sentences[number % sentences.count]
        let start = Int(bytes.next() ?? 0) % sentence.count
        let length = Int(bytes.next() ?? 0)
        return sentence[start...].prefix(length < 128 ? 1 + length % 16 : .max).joined(separator: " ")
    }
}
