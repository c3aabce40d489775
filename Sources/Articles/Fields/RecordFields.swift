import DatelineCore

/// What a record says of its article, as it says it.
struct RecordFields: Sendable {
    /// The text, in UTF-8.
    var text: String?
    var title: String?
    /// The day of publication, in whatever form.
    var published: String?
    /// The day of the last change, in whatever form.
    var modified: String?
    var publisher: String?
    var url: String?
    var id: String?
    var language: String?
    var path: String?

    /// Sets or reads a field.
    subscript(field: ArticleField) -> String? {
        get { self[keyPath: RecordFields.path(of: field)] }
        set { self[keyPath: RecordFields.path(of: field)] = newValue }
    }

    private static func path(of field: ArticleField) -> WritableKeyPath<RecordFields, String?> {
        switch field {
        case .text: \.text
        case .title: \.title
        case .published: \.published
        case .modified: \.modified
        case .publisher: \.publisher
        case .url: \.url
        case .id: \.id
        case .language: \.language
        case .path: \.path
        }
    }
}

/// Where a record stands.
struct RecordPlace: Sendable {
    /// The path of its file.
    var path: String
    /// Its line where the file's form is one of lines, else its number in the file; from 1, nil where it is the file.
    var number: Int?

    /// An error in the record.
    func fault(_ code: ArticleError.Code, _ reason: String) -> ArticleError {
        ArticleError(code, path: path, line: number, reason: reason)
    }

    /// The error of a record that is larger than an article may be.
    var tooLarge: ArticleError {
        let limit = ArticleReaders.sizeLimit
        let reason = "larger than an article may be: the limit is \(limit) bytes (\(limit >> 20) MB)"
        return fault(.tooLarge, reason)
    }

    /// The path of its article, by which it is found again.
    ///
    /// The record's own where it has one. Else a record without an address that has an id is named by that:
    /// `feed.xml#a81c`.
    func articlePath(of fields: RecordFields) -> String {
        if let path = fields.path { return RecordPlace.withoutNUL(path) }
        guard let number else { return path }
        if fields.url == nil, let id = fields.id { return "\(path)#\(RecordPlace.withoutNUL(id))" }
        return "\(path):\(number)"
    }

    /// A database would end a name there.
    private static func withoutNUL(_ name: String) -> String {
        name.utf8.contains(0) ? name.replacing("\0", with: "") : name
    }
}

extension RecordFields {
    /// The article of a record.
    ///
    /// A later text under the same address, or the same id where there is no address, is a new version of it.
    func article(
        at place: RecordPlace,
        defaults: ArticleDefaults,
        dates: [DateForm],
        note: (ArticleError) -> Void
    ) throws(ArticleError) -> Article {
        let body = PlainText(MarkupText.plain(text ?? "")).bytes.drop { $0 == UInt8(ascii: "\n") }
        guard !body.isEmpty else { throw place.fault(.empty, "empty: the record holds no text") }
        return Article(
            path: place.articlePath(of: self),
            url: url.map(RecordFields.line),
            publisher: publisher.map(RecordFields.line) ?? defaults.publisher,
            published: day(published, at: place, dates: dates, note: note) ?? defaults.published,
            modified: day(modified, at: place, dates: dates, note: note),
            title: title.map(RecordFields.line),
            language: language.map(RecordFields.line),
            body: String(decoding: body, as: UTF8.self)
        )
    }
}

extension RecordFields {
    private func day(
        _ date: String?,
        at place: RecordPlace,
        dates: [DateForm],
        note: (ArticleError) -> Void
    ) -> CivilDate? {
        guard let date else { return nil }
        if let day = WrittenDay.day(date, forms: dates) { return day }
        let shown = ArticleError.printable(String(date.prefix(40)))
        note(place.fault(.date, "the date \"\(shown)\" is in no form that is read; the article is kept without it"))
        return nil
    }

    /// A text on one line, with single spaces.
    private static func line(_ text: String) -> String {
        PlainText(MarkupText.plain(text)).line
    }
}
