import DatelineCore
import Foundation
import GRDB

/// An article that was compared: its place in the order of printing, and the origin of its story.
struct Printing: Comparable {
    let article: Int64
    /// The day of publication; after all others where it has none.
    let day: Int
    let words: Int
    let marks: Int
    let hash: Data
    /// The article that printed the story first, which may be this one; nil before it is known.
    var origin: Int64?

    /// Of one day the longer text comes first, for a shorter one is cut; the hash decides what is left, so that the
    /// order is the same in whatever order articles come.
    static func < (one: Printing, other: Printing) -> Bool {
        if one.day != other.day { return one.day < other.day }
        if one.words != other.words { return one.words > other.words }
        return one.hash.lexicographicallyPrecedes(other.hash)
    }

    var isOrigin: Bool { origin == article }

    /// The columns that ``init(_:)`` takes, of `printing` and its `article`.
    static let columns = "printing.article, published, words, marks, hash, origin"
    /// The same order in SQL, of `printing` and its `article`.
    static let order = "ifnull(published, 9223372036854775807), words DESC, hash"

    init(_ row: Row) {
        article = row[0]
        day = row[1] ?? .max
        words = row[2]
        marks = row[3]
        hash = row[4]
        origin = row[5]
    }

    /// The same of a row that stands at a statement.
    init(_ row: RawStatement) {
        article = Int64(row.int(0))
        day = row.optionalInt(1) ?? .max
        words = row.int(2)
        marks = row.int(3)
        hash = unsafe row.withBytes(4) { unsafe Data($0) }
        origin = row.optionalInt(5).map(Int64.init)
    }

    init(article: Int64, day: Int?, words: Int, marks: Int, hash: Data) {
        self.article = article
        self.day = day ?? .max
        self.words = words
        self.marks = marks
        self.hash = hash
    }
}
