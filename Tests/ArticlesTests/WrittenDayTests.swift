import Articles
import DatelineCore
import TestSupport
import Testing

@Suite struct WrittenDayTests {
    private func day(_ date: String) throws -> String? {
        let line = "{\"text\": \"One.\", \"date\": \"\(date)\"}"
        return try Reading("d.jsonl", line).articles.first?.published?.description
    }

    @Test(arguments: [
        "2024-08-11", "2024-08-11T06:30:00Z", "2024-08-11 23:59:59.999+03:00", "2024/08/11", "20240811",
        "20240811T063000Z", "Sun, 11 Aug 2024 06:30:00 +0000", "11 Aug 24 06:30 GMT", "Sunday, 11 August 2024",
        "August 11, 2024", "Aug. 11, 2024 at 6:30 a.m. EDT", "11th August 2024", "11-Aug-2024", "Aug 11 2024",
        "1723357800", "1723357800000", "1723357800.25", "2024-08-11Z", "20240811233000", "6:30 Aug. 11, 2024",
        "11 aug. 24",
    ])
    func `the forms of feeds, headers and programs are read`(date: String) throws {
        #expect(try day(date) == "2024-08-11")
    }

    @Test(arguments: [
        "11/08/2024", "2024", "2024-08", "2024-02-30", "August 2024", "yesterday", "17 minutes ago", "Mar 5 06:30",
        "32 Aug 2024", "99999999999999999999", "-", "2024-08-111", "00000000", "0001-01-01T00:00:00Z", "on 2024-08-11",
        "10k August 2024", "11:08:2024",
    ])
    func `what is no day, or may be two, is none`(date: String) throws {
        #expect(try day(date) == nil)
    }
}
