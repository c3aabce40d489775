import Articles
import DatelineCore

/// What every reader of articles promises.
enum ArticleChecks {
    static func brokenPromises(ofReading path: String, form: String) -> [String] {
        var broken: [String] = []
        var found = 0
        for record in ArticleReaders.standard.records(in: path, form: form) {
            found += 1
            do throws(ArticleError) {
                let article = try record.article()
                if !article.path.hasPrefix(path) { broken.append("an article is said to be in \(article.path)") }
                if article.body.isEmpty { broken.append("an article has no text") }
                if article.body.utf8.contains(0) { broken.append("a NUL is left in a text") }
                if article.title?.contains("\n") == true { broken.append("a title has two lines") }
            } catch {
                if !error.description.hasPrefix(ArticleError.printable(path)) {
                    broken.append("a fault does not name its file: \(error)")
                }
            }
        }
        if found == 0 { broken.append("neither an article nor a fault was found") }
        return broken
    }
}
