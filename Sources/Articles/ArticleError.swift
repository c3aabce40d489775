/// Why a file gave no article: the path, the line where that applies, and the reason in words.
public struct ArticleError: Error, Hashable, Sendable {
    /// What kind of fault it is.
    public var code: Code
    /// The path as it was given.
    public var path: String
    /// The line in the file, from 1, where the fault has one.
    public var line: Int?
    /// The reason, and where there is one, the way out.
    public var reason: String

    /// Creates an error.
    public init(_ code: Code, path: String, line: Int? = nil, reason: String) {
        self.code = code
        self.path = path
        self.line = line
        self.reason = reason
    }

    /// The kinds of faults; more may come.
    public struct Code: Hashable, Sendable {
        private enum Value {
            case unreadable, tooLarge, unknownForm, empty, binary, damaged, syntax, tooDeep, fields, date, map
            case frontMatter
        }
        private let value: Value

        /// The file does not exist or may not be read.
        public static let unreadable = Code(value: .unreadable)
        /// The file is larger than an article may be.
        public static let tooLarge = Code(value: .tooLarge)
        /// No reader knows this form of file.
        public static let unknownForm = Code(value: .unknownForm)
        /// The file holds no text.
        public static let empty = Code(value: .empty)
        /// The file holds bytes that no text has.
        public static let binary = Code(value: .binary)
        /// The file ends before its end, or its bytes contradict one another.
        public static let damaged = Code(value: .damaged)
        /// The record breaks the rules of its form.
        public static let syntax = Code(value: .syntax)
        /// The record, or the file's header, has no field for the text.
        public static let fields = Code(value: .fields)
        /// The date is in no form that is read; the article is kept without it.
        public static let date = Code(value: .date)
        /// The map of fields cannot be understood.
        public static let map = Code(value: .map)
        /// The front matter cannot be understood.
        public static let frontMatter = Code(value: .frontMatter)
        /// Elements are nested deeper than any page has them.
        public static let tooDeep = Code(value: .tooDeep)
    }
}

extension ArticleError: CustomStringConvertible {
    /// The error on one line: `news/a.txt:3: published: the calendar has no 2024-02-30`.
    public var description: String {
        let place = line.map { ":\($0)" } ?? ""
        return "\(ArticleError.printable(path))\(place): \(reason)"
    }

    /// A path on one line: line breaks and other control characters are written as escapes.
    public static func printable(_ path: String) -> String {
        var text = ""
        for scalar in path.unicodeScalars {
            if scalar.properties.generalCategory == .control {
                text += scalar.escaped(asASCII: true)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
