import TestSupport
import Testing

@testable import Datasets

@Suite struct DelimitedReaderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func fields(_ text: String, delimiter: UInt8? = nil, chunk: Int = 1 << 16) throws -> [[String]] {
        try readRows(text.utf8, in: folder, delimiter: delimiter, chunk: chunk).compactMap(\.fields)
    }

    @Test func `fields are split at commas and rows at line breaks`() throws {
        #expect(try fields("a,b\nc,\n,d\n") == [["a", "b"], ["c", ""], ["", "d"]])
        #expect(try fields("a,b\r\nc,d\re,f") == [["a", "b"], ["c", "d"], ["e", "f"]])
    }

    @Test func `quotes hold commas, line breaks and doubled quotes`() throws {
        #expect(try fields("\"a,b\",\"c\r\nd\",\"say \"\"no\"\"\",\"\"\n") == [["a,b", "c\r\nd", "say \"no\"", ""]])
    }

    @Test func `a quote inside a plain field is a letter, and text behind a closing quote belongs to it`() throws {
        #expect(try fields("5\" gun,x\n\"a\"b\"c,x\n") == [["5\" gun", "x"], ["ab\"c", "x"]])
    }

    @Test func `a byte order mark and empty lines are no fields`() throws {
        #expect(try fields("\u{FEFF}a,b\n\n\r\nc,d\n\n") == [["a", "b"], ["c", "d"]])
        #expect(try fields("") == [])
        #expect(try fields("\n\n") == [])
    }

    @Test(arguments: [(",", 0x2C), ("\t", 0x09), (";", 0x3B), ("|", 0x7C)] as [(String, UInt8)])
    func `the first line tells the delimiter`(text: String, byte: UInt8) throws {
        let path = try folder.write("x.csv", text: "a\(text)\"b,,;;\"\(text)c\n1\(text)2,5\(text)3\n")
        #expect(try DelimitedReader(fileAt: path).delimiter == byte)
    }

    @Test func `a row says at which line it begins`() throws {
        let rows = try readRows("a,b\r\n\"x\r\ny\nz\",1\r\n\nc,d\n".utf8, in: folder)
        #expect(
            rows == [
                .fields(["a", "b"], line: 1), .fields(["x\r\ny\nz", "1"], line: 2), .fields(["c", "d"], line: 6),
            ]
        )
    }

    @Test func `a row with too few or too many fields is rejected and the next is read`() throws {
        let path = try folder.write("x.csv", text: "a,b\n1\n1,2,3\n4,5\n")
        let reader = try DelimitedReader(fileAt: path)
        _ = try reader.next()
        reader.expectedFieldCount = reader.fieldCount
        var rejections: [RowRejection] = []
        var count = 0
        while let row = try reader.next() {
            if case .rejected(let rejection) = row { rejections.append(rejection) } else { count += 1 }
        }
        #expect(
            rejections == [
                RowRejection(line: 2, reason: "1 field, the header has 2", raw: Array("1".utf8)),
                RowRejection(line: 3, reason: "3 fields, the header has 2", raw: Array("1,2,3".utf8)),
            ]
        )
        #expect(count == 1)
    }

    @Test func `a quote that is never closed costs its own line only`() throws {
        let rows = try readRows("a,b\n\"x,1\nc,d\ne,f\n".utf8, in: folder)
        #expect(
            rows == [
                .fields(["a", "b"], line: 1), .rejected(line: 2, reason: "a quote is opened and never closed"),
                .fields(["c", "d"], line: 3), .fields(["e", "f"], line: 4),
            ]
        )
    }

    @Test(arguments: [1, 7, 64, 4096])
    func `a row beyond the limit is rejected and the next is read`(chunk: Int) throws {
        let long = String(repeating: "x", count: 1000)
        let text = "a,b\n\(long),1\nc,d\n\"\(long)\n\(long)\",2\ne,f\n"
        let rows = try readRows(text.utf8, in: folder, rowLimit: 100, chunk: chunk)
        #expect(rows.compactMap(\.fields).prefix(2) == [["a", "b"], ["c", "d"]])
        #expect(rows.last?.fields == ["e", "f"])
        let reason = "the row does not end within 100 bytes; is a quote not closed?"
        #expect(rows.contains(.rejected(line: 2, reason: reason)))
        #expect(rows.contains(.rejected(line: 4, reason: reason)))
    }

    @Test(arguments: [1, 2, 3, 5, 100])
    func `a row of just the limit is read`(chunk: Int) throws {
        let rows = try readRows("abcd,efgh\r\n1,2\r\n".utf8, in: folder, rowLimit: 9, chunk: chunk)
        #expect(rows.compactMap(\.fields) == [["abcd", "efgh"], ["1", "2"]])
        #expect(try readRows("abcd,efghi\r\n1,2\r\n".utf8, in: folder, rowLimit: 9, chunk: chunk).count == 2)
    }

    @Test func `Latin-1 is told by its first bytes`() throws {
        let row: [UInt8] = [0x43, 0xFA, 0x63, 0x75, 0x74, 0x61, 0x2C, 0x80, 0x0A]
        let path = try folder.write("x.csv", "place,n\n".utf8 + row)
        let reader = try DelimitedReader(fileAt: path)
        #expect(reader.encoding == .windows1252)
        _ = try reader.next()
        _ = try reader.next()
        #expect(reader[0].string == "Cúcuta")
        #expect(reader[1].string == "€")
        #expect(reader.recodedRows == 0)
    }

    @Test func `a row that is no UTF-8 in a file that is, is read as windows-1252 and counted`() throws {
        let text =
            Array("Şırnak,\"a \"\"b\"\"\"\nplain,x\n".utf8) + [0xE9, 0x2C, 0x31, 0x0A] + Array("Şırnak,2\n".utf8)
        let path = try folder.write("x.csv", text)
        let reader = try DelimitedReader(fileAt: path, options: DelimitedOptions(chunkSize: 24))
        var names: [String] = []
        while try reader.next() != nil { names.append(reader[0].string) }
        #expect(reader.encoding == .utf8)
        #expect(names == ["Şırnak", "plain", "é", "Şırnak"])
        #expect(reader.recodedRows == 1)
    }

    @Test func `a character that the first chunk cuts does not make a file Latin-1`() throws {
        let path = try folder.write("x.csv", text: "ab€,1\n")
        for size in 1...8 {
            let reader = try DelimitedReader(fileAt: path, options: DelimitedOptions(chunkSize: size))
            #expect(reader.encoding == .utf8)
        }
    }

    @Test func `what is no table of text is refused`() throws {
        let wide = try folder.write("wide.csv", [0xFF, 0xFE, 0x61, 0x00])
        #expect(throws: DatasetError.self) { try DelimitedReader(fileAt: wide) }
        #expect(throws: DatasetError.self) { try DelimitedReader(fileAt: folder.path) }
        let error = #expect(throws: DatasetError.self) { try DelimitedReader(fileAt: folder.path("none.csv")) }
        #expect(error?.description == "\(folder.path("none.csv")): no such file or directory")
    }

    @Test func `a text outlives its row as a string`() throws {
        let path = try folder.write("x.csv", text: "abc,1\nxyz,2\n")
        let reader = try DelimitedReader(fileAt: path)
        _ = try reader.next()
        let first = reader[0].string
        #expect(reader[0].count == 3 && !reader[0].isEmpty)
        _ = try reader.next()
        #expect(first == "abc" && reader[0].string == "xyz" && reader.rawRow.string == "xyz,2")
        #expect(reader.bytesRead == 12)
    }
}
