public import DatelineCore

/// Reads the rows of a data set as events, one after the other, in memory that does not grow with the file.
///
/// ```swift
/// let reader = try DatasetReader(Dataset.named("ucdp-ged"), fileAt: "ged241.csv")
/// while let row = try reader.next() {
///     switch row {
///     case .success(let event): print(event.type, event.place.map { reader.places[$0].name } ?? "")
///     case .failure(let rejection): print(rejection)
///     }
/// }
/// ```
///
/// Places, sources, parties and weapons are made once for each distinct value of their columns; these tables are all
/// that grows.
public final class DatasetReader {
    /// The kind of data set.
    public let dataset: Dataset
    /// The names of the columns.
    public let header: [String]
    /// The header's line as it stands in the file, without its line break.
    public let headerBytes: [UInt8]
    private let rows: DelimitedReader
    private let plan: RowPlan
    private let values: ValueResolver
    private let dates: DateMaker
    private let numbers: CountMaker
    private let texts: TextMaker

    private var kindCache: ValueCache<(EventType, ClaimStatus)>
    private var precisionCache: ValueCache<DatePrecision?>
    private var placeCache: ValueCache<Numbers>
    private var sourceCache: ValueCache<Numbers>
    private var publisherCache: ValueCache<Int?>
    private var actorCache: ValueCache<Int?>
    private var targetCache: ValueCache<Int?>
    private var weaponCache: ValueCache<WeaponKey?>
    /// The tables of all of these.
    private let tables: [KeyTable]
    private var placeTable = Interner<Place>()
    private var sourceTable = Interner<Source>()
    private var partyTable = Interner<String>()
    private var publisherTable = Interner<String>()
    private var weaponTable = Interner<[Weapon]>()
    private var counts: [ImportedCount] = []
    private let own: OwnFields

    /// The fields that every row has of its own.
    private struct OwnFields {
        let id: RowPlan.Field?
        let placeText: RowPlan.Field?
        let title: RowPlan.Field?
        let url: RowPlan.Field?
        let note: RowPlan.Field?
    }

    /// The numbers of what a row names, mostly of one: an array of each would be looked up in memory once more.
    private struct Numbers {
        let first: Int?
        let others: [Int]

        init(_ numbers: [Int]) {
            first = numbers.first
            others = Array(numbers.dropFirst())
        }
    }

    private struct WeaponKey {
        let list: Int
        /// The unit in which such weapons are counted.
        let unit: CountUnit
    }

    /// Opens a file, or the standard input for `-`.
    public convenience init(
        _ dataset: Dataset,
        fileAt path: String,
        options: DelimitedOptions = DelimitedOptions()
    ) throws(DatasetError) {
        try self.init(dataset, DelimitedReader(fileAt: path, options: options), name: path)
    }

    /// Reads from an open descriptor, which stays the caller's.
    public convenience init(
        _ dataset: Dataset,
        descriptor: Int32,
        name: String,
        options: DelimitedOptions = DelimitedOptions()
    ) throws(DatasetError) {
        let rows = try DelimitedReader(descriptor: descriptor, name: name, options: options)
        try self.init(dataset, rows, name: name)
    }

    private init(_ dataset: Dataset, _ rows: DelimitedReader, name: String) throws(DatasetError) {
        self.dataset = dataset
        self.rows = rows
        switch try rows.next() {
        case nil: throw DatasetError(file: name, line: nil, reason: "is empty; its first line must name the columns")
        case .rejected(let rejection)?:
            throw DatasetError(file: name, line: rejection.line, reason: rejection.reason)
        case .fields?: break
        }
        header = (0..<rows.fieldCount).map { rows[$0].string }
        headerBytes = unsafe Array(rows.rawRow.bytes)
        rows.expectedFieldCount = header.count
        plan = try RowPlan(dataset.map, header: header, file: name)
        values = try ValueResolver(plan, rows)
        dates = DateMaker(plan)
        numbers = CountMaker(plan)
        texts = TextMaker(plan)
        kindCache = ValueCache(plan, [.type, .status, .reason])
        precisionCache = ValueCache(plan, [.datePrecision])
        let placeFields: [ImportField] = [
            .place, .placeLevel, .admin1, .admin2, .country, .latitude, .longitude,
        ]
        placeCache = ValueCache(plan, placeFields)
        sourceCache = ValueCache(plan, [.source, .sourceKind, .sourceCountry])
        publisherCache = ValueCache(plan, [.publisher])
        actorCache = ValueCache(plan, [.actor])
        targetCache = ValueCache(plan, [.target])
        weaponCache = ValueCache(plan, [.weapons])
        tables = [
            kindCache.table, precisionCache.table, placeCache.table, sourceCache.table, publisherCache.table,
            actorCache.table, targetCache.table, weaponCache.table,
        ]
        own = OwnFields(
            id: plan.fields[.id],
            placeText: plan.fields[.placeText],
            title: plan.fields[.title],
            url: plan.fields[.url],
            note: plan.fields[.note]
        )
    }

    /// The places of the events so far.
    public var places: [Place] { placeTable.values }
    /// The sources of the events so far.
    public var sources: [Source] { sourceTable.values }
    /// The actors and targets of the events so far.
    public var parties: [String] { partyTable.values }
    /// The publishers of the events so far.
    public var publishers: [String] { publisherTable.values }
    /// The lists of weapons of the events so far.
    public var weaponLists: [[Weapon]] { weaponTable.values }
    /// How the file's text is encoded.
    public var encoding: TextEncoding { rows.encoding }
    /// The byte between two fields.
    public var delimiter: UInt8 { rows.delimiter }
    /// The number of bytes read from the file so far.
    public var bytesRead: Int { rows.bytesRead }

    /// The row that was read last, as it stands in the file without its line break; valid until the next.
    public var row: RowText { rows.rawRow }

    /// What people should know of how the file is read: its encoding, and the columns that nothing is read from.
    public var notes: [String] {
        var notes: [String] = []
        if encoding != .utf8 { notes.append("The file is no UTF-8 and is read as windows-1252.") }
        if rows.recodedRows > 0 { notes.append("Rows that are no UTF-8, read as windows-1252: \(rows.recodedRows).") }
        let unused = plan.unusedColumns
        if !unused.isEmpty { notes.append("Columns that nothing is read from: \(unused.joined(separator: ", ")).") }
        return notes
    }

    /// The next row; nil behind the last.
    public func next() throws(DatasetError) -> Result<ImportedEvent, RowRejection>? {
        switch try rows.next() {
        case nil: return nil
        case .rejected(let rejection)?: return .failure(rejection)
        case .fields?:
            do throws(RowFault) {
                return .success(try event())
            } catch {
                let raw = unsafe Array(rows.rawRow.bytes)
                return .failure(RowRejection(line: rows.line, reason: error.reason, raw: raw))
            }
        }
    }

    private func event() throws(RowFault) -> ImportedEvent {
        for table in tables { table.seek(rows) }
        for table in tables { table.fetch() }
        let (type, status) = try kindCache.value(rows) { () throws(RowFault) in try values.kind() }
        let precision = try precisionCache.value(rows) { () throws(RowFault) in try values.precision() }
        let places = try placeCache.value(rows) { () throws(RowFault) in try newPlaces() }
        let sources = try sourceCache.value(rows) { () throws(RowFault) in try newSources() }
        let weapons = try weaponCache.value(rows) { () throws(RowFault) in newWeapons() }
        counts.removeAll(keepingCapacity: true)
        try numbers.append(to: &counts, rows, munition: weapons?.unit ?? .munition)
        let id = texts.id(own.id, rows)
        return ImportedEvent(
            line: rows.line,
            id: id.text,
            idIsContent: id.isContent,
            type: type,
            date: try dates.span(rows, precision: precision),
            place: places.first,
            otherPlaces: places.others,
            placeText: texts.text(own.placeText, rows),
            source: sources.first,
            otherSources: sources.others,
            publisher: try publisherCache.value(rows) { () throws(RowFault) in
                values.name(.publisher).map { publisherTable.number(of: $0) }
            },
            status: status,
            actor: try actorCache.value(rows) { () throws(RowFault) in newParty(.actor) },
            target: try targetCache.value(rows) { () throws(RowFault) in newParty(.target) },
            weapons: weapons?.list,
            counts: counts,
            title: texts.text(own.title, rows),
            url: texts.url(own.url, rows),
            note: texts.text(own.note, rows),
            published: try dates.published(rows)
        )
    }

    private func newPlaces() throws(RowFault) -> Numbers {
        Numbers(try PlaceMaker(values: values).places().map { placeTable.number(of: $0) })
    }

    private func newSources() throws(RowFault) -> Numbers {
        Numbers(try values.sources().map { sourceTable.number(of: $0) })
    }

    private func newParty(_ field: ImportField) -> Int? {
        values.name(field).map { partyTable.number(of: $0) }
    }

    private func newWeapons() -> WeaponKey? {
        let weapons = values.weapons()
        guard !weapons.isEmpty else { return nil }
        let classes = Set(weapons.map { Weapon.unitClass(ofCode: $0.code) })
        let unit = classes.count == 1 ? classes.first.flatMap(\.self) : nil
        return WeaponKey(
            list: weaponTable.number(of: weapons),
            unit: unit.flatMap { CountUnit(rawValue: $0.rawValue) } ?? .munition
        )
    }
}
