import DatelineCore

/// Which columns of a data set fill which fields, and by which codes.
struct DatasetMap: Sendable {
    /// Where one field comes from.
    struct Field: Sendable {
        /// The columns to look in; the first that is not empty counts.
        var columns: [String] = []
        /// What the column's values mean.
        var codes: CodeTable?
        /// The value where the columns have none.
        var value: String?
        /// What parts several values in one cell.
        var separator: String?
        /// What is put before an address that is none by itself.
        var prefix: String?
        /// The beginnings before which it is not put: such a value is no address.
        var exceptions: [String] = []
        /// Whether the columns are joined into one value.
        var isJoined = false
        /// Whether the value is a number, of which a fraction of zero says nothing.
        var isNumber = false
        /// Whether a single day stands for the week, month or year that the precision says.
        var isWidened = false
        /// The line in the map.
        var line: Int?
    }

    /// A column whose values fill several fields by a table.
    struct Table: Sendable {
        var columns: [String]
        var codes: CodeTable
        var separator: String?
        var line: Int?
    }

    /// A code that is the same in all rows, or stands in a column.
    enum Code<Value: Sendable>: Sendable {
        case constant(Value)
        case column(String)

        /// The column's name; nil for a constant.
        var column: String? {
            if case .column(let name) = self { name } else { nil }
        }
    }

    /// Where one number comes from.
    struct Count: Sendable {
        var kind: Code<CountKind>
        var unit: Code<CountUnit>?
        var group: SubjectGroup
        var qualifier: String?
        var scope: Code<CountScope>
        var low: [String]
        var best: [String]
        var high: [String]
        var isPart: Bool
        /// Whether a zero says nothing.
        var skipsZero: Bool
        var line: Int?
    }

    var name = ""
    var title = ""
    /// Where the map stands, for messages.
    var file: String
    /// The forms of dates, in the order in which they are tried.
    var dateForms: [DateForm] = [.iso]
    /// Whether a header may lack any of the columns.
    var isLenient = false
    /// Whether an apostrophe before `=`, `+`, `-` or `@` is a guard against spreadsheets and no letter.
    var isGuarded = false
    /// Columns of files that are of another form, with what to do instead.
    var refusals: [(column: String, reason: String)] = []
    var fields: [ImportField: Field] = [:]
    var tables: [Table] = []
    var counts: [Count] = []
}

/// A way to write a day.
enum DateForm: String, CaseIterable, Sendable {
    /// `2024-08-11`, with or without a time behind it.
    case iso
    /// `11/08/2024`, `11.08.2024` or `11-08-2024`, alone or before a text.
    case dmy
    /// `08/11/2024`.
    case mdy
    /// `11 August 2024`, `11-Aug-24`.
    case words
    /// Seconds since 1970.
    case epoch
}
