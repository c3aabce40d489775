import DatelineCore
import EventExport
import EventFixtures
import Testing

@Suite struct CSVTests {
    private func written(_ rows: [[Cell]], _ format: OutputFormat, columns: [String] = ["a", "b"]) throws -> String {
        let output = Output()
        let writer = try RowWriter(columns: columns, format: format, output: output)
        for row in rows { try writer.write(row) }
        try writer.finish()
        return output.text
    }

    @Test func `cells with commas, quotes and line breaks are quoted`() throws {
        let rows: [[Cell]] = [
            [.text("plain"), .integer(1)], [.text("a,b"), .text("say \"so\"")], [.text("two\nlines"), .text("x\r\ny")],
            [.empty, .text("")],
        ]
        #expect(
            try written(rows, .csv) == """
                a,b\r
                plain,1\r
                "a,b","say ""so""\"\r
                "two\nlines","x\r\ny"\r
                ,\r

                """
        )
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-cmd", "'-cmd"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
        ("-5", "-5"), ("+5", "+5"), ("-5.25", "-5.25"), ("-5.2.5", "'-5.2.5"), ("-", "'-"), ("-1+2", "'-1+2"),
        ("a=b", "a=b"), ("'x", "'x"),
    ])
    func `text that a spreadsheet would run is made text`(text: String, cell: String) throws {
        #expect(try written([[.text(text), .integer(-5)]], .csv) == "a,b\r\n\(cell),-5\r\n")
    }

    @Test func `a carriage return in front is guarded and quoted`() throws {
        #expect(try written([[.text("\r=1"), .empty]], .csv) == "a,b\r\n\"'\r=1\",\r\n")
    }

    @Test func `tab-separated cells keep their line`() throws {
        #expect(try written([[.text("a\tb\nc\\d"), .text("=1")]], .tsv) == "a\tb\na\\tb\\nc\\\\d\t'=1\n")
    }

    @Test func `markdown cells keep their bars`() throws {
        #expect(
            try written([[.text("a|b\nc"), .integer(1)]], .markdown) == "| a | b |\n| --- | --- |\n| a\\|b c | 1 |\n"
        )
    }

    @Test func `a table stands in columns, numbers to the right`() throws {
        #expect(
            try written([[.text("Kursk Oblast"), .text("16+")], [.text("Kyïv"), .text("7")]], .table) == """
                a               b
                ────────────  ───
                Kursk Oblast  16+
                Kyïv            7

                """
        )
    }

    @Test func `no rows are still a header, and an array`() throws {
        #expect(try written([], .csv) == "a,b\r\n")
        #expect(try written([], .json) == "[]\n")
        #expect(try written([], .jsonl) == "")
    }

    @Test func `the flat row and the names above it are as many`() {
        let record = EventRecord(
            id: 1,
            article: "a.txt",
            event: .made(.attack, counts: [.exactly(1, .person, .killed)])
        )
        let bare = EventRecord(id: 2, article: "a.txt", event: .made(.attack))
        for columns in [EventColumns.flat, .long, .brief] {
            for row in columns.rows(for: record) + columns.rows(for: bare) { #expect(row.count == columns.names.count) }
            #expect(Set(columns.names).count == columns.names.count)
        }
    }
}
