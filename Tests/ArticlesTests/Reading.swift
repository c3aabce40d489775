import Articles
import DatelineCore
import TestSupport

/// What the readers find in one file.
struct Reading {
    var articles: [Article] = []
    var faults: [String] = []
    var notes: [String] = []

    /// Writes a file and reads it; paths are given from its folder on.
    init(
        _ name: String,
        _ bytes: some Sequence<UInt8>,
        form: String? = nil,
        readers: ArticleReaders = .standard,
        defaults: ArticleDefaults = .init()
    ) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(name, bytes)
        func short(_ text: String) -> String { text.replacing(folder.path + "/", with: "") }
        for record in readers.records(in: path, form: form, defaults: defaults) {
            do throws(ArticleError) {
                var article = try record.article { notes.append(short($0.description)) }
                article.path = short(article.path)
                articles.append(article)
            } catch {
                faults.append(short(error.description))
            }
        }
    }

    init(_ name: String, _ text: String, form: String? = nil, readers: ArticleReaders = .standard) throws {
        try self.init(name, text.utf8, form: form, readers: readers)
    }
}
