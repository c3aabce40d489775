import DatelineCore

extension RawStatement {
    /// The code in a column.
    func code<Code: RawRepresentable<String>>(_ column: Int32) throws -> Code {
        let text = text(column) ?? ""
        guard let code = Code(rawValue: text) else { throw damaged("the code “\(text)”") }
        return code
    }

    /// The code in a column, or nil.
    func optionalCode<Code: RawRepresentable<String>>(_ column: Int32) throws -> Code? {
        isNull(column) ? nil : try code(column)
    }

    /// The date of the day number in a column, or nil.
    func date(_ column: Int32) -> CivilDate? {
        optionalInt(column).map(CivilDate.init(dayNumber:))
    }

    /// The range whose ends stand in a column and the next.
    func range(_ column: Int32) throws -> ByteRange {
        let (start, end) = (int(column), int(column + 1))
        guard start <= end else { throw damaged("the range \(start) to \(end)") }
        return start..<end
    }

    private func damaged(_ what: String) -> EventStoreError {
        EventStoreError(.failed, doing: "read an event", reason: "\(what) is not one that this program knows")
    }
}
