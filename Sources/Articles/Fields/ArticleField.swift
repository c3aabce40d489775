/// What is taken from a record.
enum ArticleField: String, CaseIterable {
    case text, title, published, modified, publisher, url, id, language, path

    /// Whether a text can be meant: no address is the name of an outlet.
    func admits(_ text: String) -> Bool {
        self != .publisher || !text.utf8.starts(with: "http".utf8)
    }
}

/// How a day is written.
enum DateForm: String, CaseIterable, Sendable {
    /// `2024-08-11`, `2024/08/11`, `20240811`, also with a clock time behind.
    case iso
    /// `11 August 2024`, `Aug. 11, 2024`, `Sun, 11 Aug 2024 10:15:00 GMT`.
    case words
    /// Seconds or milliseconds since 1970.
    case epoch
    /// `11/08/2024`, the day first.
    case dmy
    /// `08/11/2024`, the month first.
    case mdy
}
