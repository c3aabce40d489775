import DatelineCore

/// The words of dates.
struct DateLexicon: Sendable {
    /// Words that say a date or a part of one.
    private(set) var words = PhraseTable<DateWord>()
    /// Words around a date that say how to take it.
    private(set) var cues = PhraseTable<DateCue>()
    /// Hours of the day by their TIMEX3 codes: "morning" is MO.
    private(set) var hours = PhraseTable<String>()
    /// Times that have no day: "now", "recently", "daily", by their TIMEX3 values.
    private(set) var vague = PhraseTable<String>()
    /// Numbers that are not said, in lengths of time: "several".
    private(set) var amounts = PhraseTable<String>()
    /// The words outside the tables that begin dates.
    private(set) var openers = FirstWordSet(DateParser.openers)
    /// The words outside the tables that begin times named in passing.
    private(set) var asideOpeners = FirstWordSet(DateParser.asideOpeners)
    /// Days that keep their name for years.
    private(set) var knownDays: [KnownDay] = []

    /// A day called by month and day alone where all the words of a context stand in the article.
    struct KnownDay: Sendable {
        let date: CivilDate
        let context: [Word]
    }

    init(_ rows: [LexiconTable.Row]) throws(LexiconError) {
        for row in rows {
            guard let meaning = Meaning(row) else {
                let reason = "\(row["class"]) cannot be \(row["value"])"
                throw LexiconError(file: "dates.tsv", line: row.line, reason: reason)
            }
            switch meaning {
            case .time(let list, let value):
                for surface in row.alternatives("surface") {
                    switch list {
                    case .hour: hours.add(surface, value)
                    case .vague: vague.add(surface, value)
                    case .amount: amounts.add(surface, value)
                    }
                }
            case .cue(let cue): for surface in row.alternatives("surface") { cues.add(surface, cue) }
            case .knownDay(let date):
                knownDays.append(KnownDay(date: date, context: row.alternatives("context").map { Word($0) }))
            case .word(let word): for surface in row.alternatives("surface") { words.add(surface, word) }
            }
        }
    }

    /// Enters the first words of its tables.
    mutating func enter(_ firstWords: inout FirstWords) {
        words.enter(&firstWords)
        cues.enter(&firstWords)
        hours.enter(&firstWords)
        vague.enter(&firstWords)
        amounts.enter(&firstWords)
        openers.enter(&firstWords)
        asideOpeners.enter(&firstWords)
    }

    /// Whether a row's value goes with its class.
    static func accepts(_ row: LexiconTable.Row) -> Bool { Meaning(row) != nil }

    /// What a row says.
    private enum Meaning {
        case time(TimeList, String)
        case cue(DateCue)
        case knownDay(CivilDate)
        case word(DateWord)

        init?(_ row: LexiconTable.Row) {
            let name = row["class"]
            if let cue = DateCue(rawValue: name) {
                self = .cue(cue)
            } else if let list = TimeList(rawValue: name), !row["value"].isEmpty {
                self = .time(list, row["value"])
            } else if name == "known-day", let date = CivilDate(iso: row["value"]) {
                self = .knownDay(date)
            } else if let word = DateWord(name: name, value: row["value"]) {
                self = .word(word)
            } else {
                return nil
            }
        }
    }
}

/// What a word says of a date.
enum DateWord: Sendable {
    case weekday(Weekday)
    case shortWeekday(Weekday)
    case month(Int)
    case part(DayPart)
    case anchorDay(Int, DayPart?)
    case toldDay(Int, DayPart?)
    case overnight
    case period(DatePeriod, Int)
    case toldPeriod(DatePeriod, Int)
    case quarter(Int)
    case holiday(month: Int, day: Int)
    /// A day that changes its date from year to year.
    case feast(Feast)
    case season(Int, Int)
    case number(Int)
    case unit(DateUnit)
    /// A name with the words of a date in it.
    case name

    init?(name: String, value: String) {
        let words = value.split(separator: " ").map(String.init)
        let numbers = value.split { $0 == " " || ($0 == "-" && name == "holiday") }.compactMap { Int($0) }
        let part = words.last.flatMap(DayPart.init(rawValue:))
        switch (name, numbers.first) {
        case ("weekday", let number?) where (1...7).contains(number): self = .weekday(Weekday.allCases[number - 1])
        case ("weekday-short", let number?) where (1...7).contains(number):
            self = .shortWeekday(Weekday.allCases[number - 1])
        case ("month", let number?) where (1...12).contains(number): self = .month(number)
        case ("anchor-day", let days?): self = .anchorDay(days, part)
        case ("told-day", let days?): self = .toldDay(days, part)
        case ("number", let number?): self = .number(number)
        case ("holiday", let month?) where numbers.count == 2: self = .holiday(month: month, day: numbers[1])
        case ("feast", _):
            guard let feast = Feast(value) else { return nil }
            self = .feast(feast)
        case ("season", let first?) where numbers.count == 2: self = .season(first, numbers[1])
        case ("period", let count?), ("told-period", let count?):
            guard let period = words.first.flatMap(DatePeriod.init(rawValue:)) else { return nil }
            self = name == "period" ? .period(period, count) : .toldPeriod(period, count)
        case ("quarter", let number?) where (1...4).contains(number): self = .quarter(number)
        case ("part", _):
            guard let part else { return nil }
            self = .part(part)
        case ("unit", _):
            guard let unit = DateUnit(rawValue: value) else { return nil }
            self = .unit(unit)
        case ("overnight", _): self = .overnight
        case ("not-a-date", _): self = .name
        default: return nil
        }
    }
}

/// The lists of words whose value is written as in TIMEX3.
enum TimeList: String, Sendable {
    /// "morning": MO.
    case hour
    /// "now": PRESENT_REF; "daily": P1D.
    case vague
    /// "several": X.
    case amount
}

/// What a word beside a date says about it.
enum DateCue: String, Sendable {
    /// "will", "is due": the date is to come.
    case forward
    /// "said": the date may be the statement's.
    case telling
    /// "as of", "compiled": near the top, the date is the article's own.
    case anchorHead = "anchor-head"
}
