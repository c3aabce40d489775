public import DatelineCore
import Reprints

/// An article that was read, with all that storing it takes and the database need not be asked for.
///
/// Made beside the task that stores, it leaves that task only the writing.
public struct PreparedArticle: Sendable {
    /// The article with what was read in it.
    public let read: ReadArticle
    /// Its text, as it is compared with others.
    let story: StoryText
    /// The reasons of each event, as they are stored.
    let reasons: [String?]

    /// Works out what storing an article takes.
    public init(_ read: ReadArticle) {
        self.read = read
        story = StoryText(read.article.body)
        reasons = read.events.map { ReasonList.json($0.reasons) }
    }
}
