import Articles
import DatelineCore

/// Text for measuring: the paragraphs of some articles in ever new order and with other numbers.
///
/// The same articles and sizes give the same text.
struct BenchmarkText {
    private let paragraphs: [[UInt8]]
    private var random = SplitMix64(state: 20_241_013)
    /// Words of which one is put behind every fourth of the paragraphs; empty for none.
    private var invented: [[UInt8]] = []

    /// Takes the paragraphs of all articles in some files and folders.
    init(_ paths: [String]) throws {
        let readers = ArticleReaders.standard
        let articles = try ArticleFinder(paths, readers: readers).flatMap { try readers.read($0) }
        paragraphs = articles.flatMap { $0.body.utf8.split(separator: 10).map(Array.init) }
    }

    /// Whether there is nothing to make text of.
    var isEmpty: Bool { paragraphs.isEmpty }

    /// From now on has an invented word behind every fourth, so that no two articles share a passage.
    mutating func setApart() {
        var words = InventedWords()
        invented = words.vocabulary(20_000, &random)
    }

    /// Articles of about a size each that have a number of bytes together, or more.
    mutating func articles(of size: Int, total: Int) -> [Article] {
        var articles: [Article] = []
        var length = 0
        while length < total {
            let body = body(of: size)
            length += body.utf8.count
            articles.append(
                Article(path: "\(articles.count)", published: CivilDate(year: 2024, month: 10, day: 13), body: body)
            )
        }
        return articles
    }

    /// An article of about a size, with an outlet, a day and an address by its number.
    mutating func article(_ number: Int, of size: Int) -> Article {
        Article(
            path: "\(number)",
            url: "https://news.example/\(number)",
            publisher: "Wire \(number % 40 + 1)",
            published: CivilDate(dayNumber: 19_723 + number % 366),
            title: "Report \(number)",
            language: "en",
            body: body(of: size)
        )
    }

    /// Paragraphs in random order, none twice before all were taken, up to a size.
    private mutating func body(of size: Int) -> String {
        var body: [UInt8] = []
        body.reserveCapacity(size + 2000)
        while body.count < size {
            for paragraph in paragraphs.shuffled(using: &random) where body.count < size {
                append(paragraph, to: &body)
            }
        }
        return String(decoding: body, as: UTF8.self)
    }

    /// Appends a paragraph; figures of two or three digits become others.
    private mutating func append(_ paragraph: [UInt8], to body: inout [UInt8]) {
        var (index, spaces) = (0, 0)
        while index < paragraph.count {
            let end = paragraph[index...].firstIndex { !(48...57).contains($0) } ?? paragraph.count
            switch end - index {
            case 2, 3: body += String(Int.random(in: end - index == 2 ? 10...99 : 100...999, using: &random)).utf8
            case 0:
                body.append(paragraph[index])
                guard paragraph[index] == UInt8(ascii: " "), !invented.isEmpty else { break }
                spaces += 1
                if spaces.isMultiple(of: 4) { body += invented[random.below(invented.count)] + [UInt8(ascii: " ")] }
            default: body += paragraph[index..<end]
            }
            index = max(end, index + 1)
        }
        body += [10, 10]
    }
}
