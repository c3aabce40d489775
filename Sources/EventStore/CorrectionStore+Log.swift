import DatelineCore
import Foundation
import GRDB

extension CorrectionStore {
    /// The corrections of a target in the order in which they hold, those that were taken back too.
    func corrections(ofTarget target: Int64) throws -> [Correction] {
        try corrections(where: "correction.target = ?", [target], order: "correction.made, correction.key")
    }

    /// Corrections that meet a condition.
    func corrections(
        where condition: String,
        _ arguments: StatementArguments = [],
        order: String = "correction.id"
    ) throws -> [Correction] {
        let sql = """
            SELECT
                \(CorrectionTarget.columns),
                correction.id, correction.key, correction.field, correction.value, correction.former,
                correction.author, correction.note, correction.made, correction.undone, correction.undone_by
            FROM correction JOIN corrected_event AS target ON target.id = correction.target
            WHERE \(condition)
            ORDER BY \(order)
            """
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments).map(correction)
    }

    private func correction(from row: Row) throws -> Correction {
        let name: String = row[14]
        guard let field = CorrectionField(name: name) else {
            let reason = "the field “\(name)” is not one that this program knows"
            throw EventStoreError(.failed, doing: "read a correction", reason: reason)
        }
        let value: String? = row[15]
        let former: String? = row[16]
        let undone: Int? = row[20]
        let undoer: String? = row[21]
        return Correction(
            id: row[12],
            key: row[13],
            target: CorrectionTarget(row),
            field: field,
            value: try value.map { try CorrectionValue(json: $0, of: field) },
            former: try former.map { try CorrectionValue(json: $0, of: field) },
            author: row[17],
            note: row[18],
            made: Timestamp(milliseconds: row[19]),
            undone: undone.flatMap { time in
                undoer.map { Correction.Undoing(time: Timestamp(milliseconds: time), author: $0) }
            }
        )
    }

    /// Adds a correction to a target; false where it is there already.
    func insert(_ correction: Correction, target: Int64) throws -> Bool {
        try run(
            """
            INSERT INTO correction (
                key, target, field, value, former, author, note, made, undone, undone_by
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO NOTHING
            """,
            [
                correction.key, target, correction.field.name, try correction.value?.json,
                try correction.former?.json, correction.author, correction.note, correction.made.milliseconds,
                correction.undone?.time.milliseconds, correction.undone?.author,
            ]
        )
        return database.changesCount > 0
    }

    /// The event as the program read it, without corrections.
    func reading(ofTarget target: Int64) throws -> Event? {
        let sql = "SELECT read FROM corrected_event WHERE id = ?"
        guard let read = try String.fetchOne(database.cachedStatement(sql: sql), arguments: [target]) else {
            return nil
        }
        return try JSONDecoder().decode(Event.self, from: Data(read.utf8))
    }
}

extension Correction {
    /// A digest of what the correction says, as hexadecimal digits.
    static func key(
        of target: CorrectionTarget,
        field: CorrectionField,
        value: CorrectionValue?,
        author: String,
        made: Timestamp
    ) throws -> String {
        var digest = SHA256()
        let parts = [
            target.hash.hexadecimal, target.origin?.dataset, target.origin?.original, target.quote,
            "\(target.offset) \(target.trigger.count) \(target.position)", field.name, try value?.json, author,
            made.iso,
        ]
        for part in parts {
            digest.update((part.map { "\($0.utf8.count):\($0)" } ?? "-").utf8)
        }
        return digest.finished().hexadecimal
    }
}

extension [UInt8] {
    /// The bytes as lower-case hexadecimal digits.
    var hexadecimal: String {
        map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// The bytes of hexadecimal digits, or nil.
    init?(hexadecimal text: String) {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
