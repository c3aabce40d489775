import DatelineCore

/// Reads messages of mail, newsletters for one: a message a file, or a mailbox of many.
///
/// The sender's name is the publisher, the subject the title, and the plain text the text, or that of the HTML where there
/// is no other. Attachments are not read.
public struct MailReader: ArticleReader {
    /// `eml` and `mbox`.
    public let fileExtensions = ["eml", "mbox"]

    /// Creates a reader.
    public init() {}

    /// Whether a file begins with the headers that every message has, behind the line of a mailbox or not.
    public func recognises(_ opening: ArraySlice<UInt8>) -> Bool {
        var lines = opening.prefix(8192).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .prefix { $0.contains { $0 > 0x20 } }
            .map { String(decoding: $0.prefix(20), as: UTF8.self).lowercased() }
        // Many a text begins with the word too: a header must follow.
        let isMailbox = lines.first?.hasPrefix("from ") == true
        if isMailbox { lines.removeFirst() }
        let found = ["from:", "date:", "subject:"].filter { name in lines.contains { $0.hasPrefix(name) } }
        return found.count >= (isMailbox ? 1 : 3)
    }

    /// The messages of a file, by their numbers: `news.mbox:3`; by the file where it is one message.
    public func records(in file: ByteStream, defaults: ArticleDefaults) -> ArticleRecords {
        var messages = MailboxCutter(file)
        var number = 0
        return ArticleRecords { _ in
            guard let message = messages.next() else { return nil }
            number += 1
            let place = RecordPlace(path: file.path, number: messages.isMailbox ? number : nil)
            guard let message else { return ArticleRecord(fault: place.tooLarge) }
            return ArticleRecord { note throws(ArticleError) in
                try MailReader.article(of: message, at: place, defaults: defaults, note: note)
            }
        }
    }

    private static func article(
        of message: [UInt8],
        at place: RecordPlace,
        defaults: ArticleDefaults,
        note: (ArticleError) -> Void
    ) throws(ArticleError) -> Article {
        let mail = MailPart(message[...])
        var fields = RecordFields()
        fields.text = mail.text()
        guard fields.text != nil else { throw place.fault(.empty, "empty: the message holds no text") }
        fields.title = mail.header("subject")
        fields.published = mail.header("date")
        fields.publisher = mail.header("from").map(name)
        fields.language = mail.header("content-language")
        fields.url = mail.header("archived-at").map { $0.filter { !"<> ".contains($0) } }
        fields.id = mail.header("message-id").map { $0.filter { !"<> ".contains($0) } }
        return try fields.article(at: place, defaults: defaults, dates: [.words, .iso], note: note)
    }

    /// The name before an address: `"River Post" <news@example.org>`; the address where there is none.
    private static func name(_ sender: String) -> String {
        let name = sender.prefix { $0 != "<" }.filter { $0 != "\"" }
        return name.contains { !$0.isWhitespace } ? name : sender.filter { !"<> ".contains($0) }
    }
}

/// Cuts a mailbox into its messages: each begins with a line `From `, behind a blank line or at the top.
struct MailboxCutter {
    /// Whether the file is a mailbox, and not one message.
    private(set) var isMailbox = false

    private let file: ByteStream
    private var isBegun = false
    private var isOver = false

    init(_ file: ByteStream) {
        self.file = file
    }

    /// The next message; nil at the end of the file, and nil inside for a message above the limit.
    mutating func next() -> [UInt8]?? {
        if isOver { return nil }
        var message: [UInt8] = []
        var isTooLarge = false
        var isBehindBlank = false
        while let line = file.nextLine(limit: ArticleReaders.sizeLimit) {
            guard case .line(let bytes) = line else {
                isTooLarge = true
                continue
            }
            if !isBegun {
                isBegun = true
                isMailbox = bytes.starts(with: "From ".utf8)
                if isMailbox { continue }
            } else if isMailbox, isBehindBlank, bytes.starts(with: "From ".utf8) {
                return .some(isTooLarge ? nil : message)
            }
            isBehindBlank = bytes.isEmpty || bytes == [UInt8(ascii: "\r")]
            if message.count + bytes.count > ArticleReaders.sizeLimit { isTooLarge = true }
            if isTooLarge { continue }
            // A line that would pass for the beginning of a message is written with a mark before it.
            let isMarked = isMailbox && bytes.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
            message += isMarked && bytes.first == UInt8(ascii: ">") ? bytes.dropFirst() : bytes[...]
            message.append(UInt8(ascii: "\n"))
        }
        isOver = true
        if file.isCut { return nil }
        return isBegun || isTooLarge ? .some(isTooLarge ? nil : message) : nil
    }
}
