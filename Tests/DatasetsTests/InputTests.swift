import Datasets
import DatelineCore
import Foundation
import TestSupport
import Testing

@Suite struct InputTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `an open descriptor is read, and left open`() throws {
        let path = try folder.write("x.csv", text: "date,type\n2031-08-12,attack\n")
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        let reader = try DatasetReader(.named("csv"), descriptor: file.fileDescriptor, name: "pipe")
        #expect(try reader.next()?.get().type == .attack)
        #expect(try reader.next() == nil)
        #expect(try file.seek(toOffset: 0) == ())
        #expect(reader.bytesRead == 28 && reader.delimiter == UInt8(ascii: ","))
    }

    @Test func `what is rejected is kept as it stood, with the header`() throws {
        let path = try folder.write("x.csv", text: "date;type;note\r\n2031-08-12;sneeze;\"a \"\"b\"\"\r\n;\"\r\n")
        let reader = try DatasetReader(.named("csv"), fileAt: path)
        guard case .failure(let rejection)? = try reader.next() else {
            Issue.record("the row was taken")
            return
        }
        #expect(String(decoding: reader.headerBytes, as: UTF8.self) == "date;type;note")
        #expect(String(decoding: rejection.raw, as: UTF8.self) == "2031-08-12;sneeze;\"a \"\"b\"\"\r\n;\"")
        #expect(rejection.line == 2 && rejection.reason.hasPrefix("there is no type of event \"sneeze\"; there are "))
    }

    @Test func `people are told of the encoding and of columns that are not read`() throws {
        let path = try folder.write("x.csv", "date,type,place,colour\n2031-08-12,attack,C".utf8 + [0xFA, 0x2C, 0x0A])
        let reader = try DatasetReader(.named("csv"), fileAt: path)
        let event = try #require(try reader.next()).get()
        #expect(event.place.map { reader.places[$0].name } == "Cú")
        #expect(
            reader.notes == [
                "The file is no UTF-8 and is read as windows-1252.", "Columns that nothing is read from: colour.",
            ]
        )
    }
}
