import Datasets
import TestSupport

/// What a reader made of a file, for comparison.
enum ReadRow: Hashable {
    case fields([String], line: Int)
    case rejected(line: Int, reason: String)

    var fields: [String]? {
        if case .fields(let fields, _) = self { fields } else { nil }
    }
}

/// Reads bytes through a file, in chunks of a size.
func readRows(
    _ bytes: some Sequence<UInt8>,
    in folder: TemporaryFolder,
    delimiter: UInt8? = UInt8(ascii: ","),
    rowLimit: Int = 1 << 20,
    chunk: Int = 1 << 16
) throws -> [ReadRow] {
    let path = try folder.write("rows.csv", bytes)
    let options = DelimitedOptions(delimiter: delimiter, rowLimit: rowLimit, chunkSize: chunk)
    let reader = try DelimitedReader(fileAt: path, options: options)
    var rows: [ReadRow] = []
    while let row = try reader.next() {
        switch row {
        case .fields:
            rows.append(.fields((0..<reader.fieldCount).map { reader[$0].string }, line: reader.line))
        case .rejected(let rejection):
            rows.append(.rejected(line: rejection.line, reason: rejection.reason))
        }
    }
    return rows
}

/// The same by the plainest means: one byte after the other, the whole file in memory.
func readPlainly(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) -> [ReadRow] {
    enum State {
        case start, plain, quoted, closed
    }
    let quote = UInt8(ascii: "\"")
    var rows: [ReadRow] = []
    var position = 0
    var line = 1
    while position < bytes.count {
        let (begin, beginLine) = (position, line)
        var fields: [[UInt8]] = [[]]
        var state = State.start
        var isEnded = false
        while position < bytes.count, !isEnded {
            let byte = bytes[position]
            position += 1
            let isBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            let isPair = byte == UInt8(ascii: "\r") && position < bytes.count && bytes[position] == UInt8(ascii: "\n")
            if isBreak, !isPair { line += 1 }
            switch state {
            case .quoted:
                if byte == quote { state = .closed } else { fields[fields.count - 1].append(byte) }
            case .closed where byte == quote:
                fields[fields.count - 1].append(byte)
                state = .quoted
            case .start where byte == quote:
                state = .quoted
            case _ where byte == delimiter:
                fields.append([])
                state = .start
            case _ where isBreak:
                if isPair {
                    position += 1
                    line += 1
                }
                isEnded = true
            default:
                fields[fields.count - 1].append(byte)
                state = .plain
            }
        }
        if state == .quoted {
            rows.append(.rejected(line: beginLine, reason: "a quote is opened and never closed"))
            position = begin
            line = beginLine + 1
            while position < bytes.count, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") {
                position += 1
            }
            if position < bytes.count {
                position += bytes[position...].starts(with: "\r\n".utf8) ? 2 : 1
            }
        } else if state != .start || fields.count > 1 {
            rows.append(.fields(fields.map { String(decoding: $0, as: UTF8.self) }, line: beginLine))
        }
    }
    return rows
}
