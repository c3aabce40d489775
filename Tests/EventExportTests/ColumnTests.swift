import DatelineCore
import EventExport
import EventFixtures
import Testing

@Suite struct ColumnTests {
    private let record = EventRecord(id: 7, article: "a.txt", event: BorderRaid.events[6])

    private func written(_ names: [String], _ format: OutputFormat, isLong: Bool = false) throws -> String {
        let output = Output()
        let columns = try EventColumns.choosable(isLong: isLong).chosen(names)
        let writer = try EventWriter(format: format, isLong: isLong, columns: columns, output: output)
        try writer.write(record)
        try writer.finish()
        return output.text
    }

    @Test(arguments: [
        (OutputFormat.csv, "killed_low,id,date\r\n3,7,2031-05-18\r\n"),
        (.tsv, "killed_low\tid\tdate\n3\t7\t2031-05-18\n"),
        (.jsonl, "{\"killed_low\": 3, \"id\": 7, \"date\": \"2031-05-18\"}\n"),
        (.json, "[\n {\"killed_low\": 3, \"id\": 7, \"date\": \"2031-05-18\"}\n]\n"),
        (.markdown, "| killed_low | id | date |\n| --- | --- | --- |\n| 3 | 7 | 2031-05-18 |\n"),
        (.table, "killed_low  id        date\n──────────  ──  ──────────\n         3   7  2031-05-18\n"),
    ])
    func `columns stand in the order asked for`(format: OutputFormat, expected: String) throws {
        #expect(try written(["killed_low", "ID", "date"], format) == expected)
    }

    @Test func `the long form has a row a count of the columns asked for`() throws {
        #expect(
            try written(["id", "count_kind", "count_low"], .csv, isLong: true)
                == "id,count_kind,count_low\r\n7,killed,3\r\n7,killed,1\r\n7,injured,5\r\n"
        )
    }

    @Test func `every column can be chosen and is what it is by itself`() throws {
        let all = EventColumns.choosable(isLong: false)
        let row = try #require(all.rows(for: record).first)
        for (index, name) in all.names.enumerated() {
            #expect(try all.chosen([name]).rows(for: record) == [[row[index]]], "\(name)")
        }
    }

    @Test func `a column that there is not is named with those like it`() {
        let error = #expect(throws: UnknownColumn.self) {
            try EventColumns.choosable(isLong: false).chosen(["id", "kiled_low"])
        }
        #expect(error?.description == "there is no column “kiled_low”; did you mean killed_low?")
    }
}
