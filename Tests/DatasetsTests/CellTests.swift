import DatelineCore
import Testing

@testable import Datasets

@Suite struct CellTests {
    private func day(_ text: String, _ forms: DateForm...) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            unsafe DayReading(forms).day(bytes).map { "\($0.day)" + ($0.hour.map { " \($0)h" } ?? "") }
        }
    }

    private func number(_ text: String) -> CellNumber? {
        var text = text
        return text.withUTF8 { bytes in unsafe CellReading.number(CellReading.trimmed(bytes)) }
    }

    @Test(
        arguments: [
            ("2024-08-11", "2024-08-11"), ("2024-08-11 00:00:00.000", "2024-08-11"),
            ("2024-08-11T05:30:00Z", "2024-08-11 5h"),
            ("2024-08-11 3:30", "2024-08-11 3h"), ("2024-08-11 ", "2024-08-11"), ("2024-02-30", nil),
            ("2024-8-11", nil),
            ("2024-08-111", nil), ("20240811", nil), ("2024-08-11 25:00", nil), ("", nil),
        ] as [(String, String?)]
    )
    func `ISO days are read with their hour`(text: String, expected: String?) {
        #expect(day(text, .iso) == expected)
    }

    @Test(
        arguments: [
            ("11/08/2024", "2024-08-11"), ("1.8.2024", "2024-08-01"), ("24/02/2022 A column", "2022-02-24"),
            ("24/02/2022A", nil), ("24/02/22", nil), ("32/01/2022", nil), ("24/02", nil),
        ] as [(String, String?)]
    )
    func `days before months are read where the map says so`(text: String, expected: String?) {
        #expect(day(text, .dmy) == expected)
        #expect(day(text, .iso) == nil)
    }

    @Test func `other forms of days are read`() {
        #expect(day("08/11/2024", .mdy) == "2024-08-11")
        #expect(day("11 August 2024", .words) == "2024-08-11")
        #expect(day("11-Aug-24", .words) == "2024-08-11")
        #expect(day("11-Aug-99", .words) == "1999-08-11")
        #expect(day("11 Augustus 2024", .words) == "2024-08-11")
        #expect(day("11 Xyz 2024", .words) == nil)
        #expect(day("1357171200.0", .iso, .epoch) == "2013-01-03")
        #expect(day("-1", .epoch) == "1969-12-31")
        #expect(day("1e9", .epoch) == nil)
    }

    @Test func `numbers are read with their signs`() {
        #expect(number("12") == CellNumber(12))
        #expect(number(" 12.0 ") == CellNumber(12))
        #expect(number("0") == CellNumber(low: 0, best: 0, high: 0, qualifier: .none))
        #expect(number("16+") == CellNumber(low: 16, best: 16, high: nil, qualifier: .atLeast))
        #expect(number(">16") == CellNumber(low: 17, best: 16, high: nil, qualifier: .moreThan))
        #expect(number("<16") == CellNumber(low: nil, best: 15, high: 15, qualifier: .lessThan))
        #expect(number("~100") == CellNumber(low: 95, best: 100, high: 105, qualifier: .about))
        #expect(number("10-15") == CellNumber(low: 10, best: 12, high: 15, qualifier: .between))
        for text in ["", "-3", "12.5", "1,200", "many", "12.", "15-10", "NaN", "1234567890123456789012"] {
            #expect(number(text) == nil, "\(text)")
        }
    }
}
