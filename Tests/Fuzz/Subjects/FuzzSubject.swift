import DatelineCore

/// What is given changed and random bytes: a reader of articles, the readers of datasets, the extractor.
///
/// A subject must come to an end on any bytes, with what it makes of them or with a fault that it names, and must
/// keep what it promises of both.
public struct FuzzSubject: Sendable {
    /// The subject's name, which is the folder of its samples.
    public let name: String
    private let read: @Sendable (String) -> [String]

    init(_ name: String, _ read: @escaping @Sendable (String) -> [String]) {
        self.name = name
        self.read = read
    }

    /// Every subject.
    public static let all: [FuzzSubject] =
        ["txt", "md", "html", "json", "jsonl", "csv", "xml", "mbox"].map { form in
            FuzzSubject(form) { ArticleChecks.brokenPromises(ofReading: $0, form: form) }
        } + [
            FuzzSubject("dataset") { DatasetChecks.brokenPromises(ofReading: $0) },
            FuzzSubject("extract") { ExtractionChecks.brokenPromises(ofReading: $0) },
            FuzzSubject("words") {
                ExtractionChecks.brokenPromises(ofExtracting: WordChoices.standard.article(ofFileAt: $0))
            },
        ]

    /// The text of known words that the subject `words` makes of a file.
    public static func wordsChosen(by path: String) -> String {
        WordChoices.standard.article(ofFileAt: path).body
    }

    /// Reads a file.
    ///
    /// - Returns: every promise that was not kept; none is well.
    public func brokenPromises(ofReading path: String) -> [String] {
        read(path)
    }
}
