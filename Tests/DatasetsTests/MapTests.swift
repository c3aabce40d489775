import DatelineCore
import TestSupport
import Testing

@testable import Datasets

@Suite struct MapTests {
    @Test(arguments: Dataset.names)
    func `a map of ours is read and names itself`(name: String) throws {
        let dataset = try Dataset.named(name)
        #expect(dataset.name == name && !dataset.title.isEmpty)
    }

    @Test func `there is a map for each data set that the command names`() {
        #expect(Set(Dataset.names) == ["ucdp-ged", "acled", "cen4infores", "missile-attacks", "csv"])
        let error = #expect(throws: DatasetError.self) { try Dataset.named("gtd") }
        #expect(error?.reason.hasPrefix("there is no data set of this name; there are ") == true)
    }

    @Test(arguments: EmbeddedFiles.tables)
    func `the codes of a table are those of the taxonomy`(name: String) throws {
        let text = try #require(EmbeddedText.files.first { $0.name == name + ".tsv" }?.text)
        #expect(text.hasPrefix("# ") && text.hasSuffix("\n") && !text.contains(" \n") && !text.contains("\t\n"))
        let table = try #require(try EmbeddedFiles.table(name))
        #expect(Set(table.values).count == table.values.count)
        for value in table.values {
            let row = try #require(table.row(for: value.filter { $0 != "*" }), "\(value)")
            if let type = row[.type] { #expect(EventType(rawValue: type) != nil, "\(type)") }
            if let level = row[.placeLevel] { #expect(PlaceLevel(rawValue: level) != nil, "\(level)") }
            if let code = row[.datePrecision] { #expect(DatePrecision(rawValue: code) != nil, "\(code)") }
            if let kind = row[.sourceKind] { #expect(SourceKind(rawValue: kind) != nil, "\(kind)") }
            if let code = row[.country] { #expect(Countries.code(of: code) == code, "\(code)") }
            if let code = row[.sourceCountry] { #expect(Countries.code(of: code) == code, "\(code)") }
            for code in (row[.weapons] ?? "").split(separator: ";") {
                #expect(
                    try EmbeddedFiles.table("weapons")?.row(for: String(code))?[.weapons] == String(code),
                    "\(code)"
                )
            }
            if table.fields.contains(.reason) { #expect((row[.type] == nil) == (row[.reason] != nil), "\(value)") }
        }
    }

    @Test(arguments: [
        ("Syria", "SY"), ("760", "SY"), ("SYR", "SY"), ("DR Congo (Zaire)", "CD"), ("Congo", "CG"),
        ("Russia (Soviet Union)", "RU"), ("Yemen (North Yemen)", "YE"), ("Côte d'Ivoire", "CI"), ("4", "AF"),
        ("004", "AF"), ("Kosovo", "XK"), ("United States of America", "US"), ("Bosnia-Herzegovina", "BA"),
    ])
    func `countries are known by name and number`(name: String, code: String) {
        #expect(Countries.code(of: name) == code)
    }

    @Test(arguments: [
        ("fields: [", "no YAML"), ("feilds: {}", "line 1: there is no key \"feilds\"; did you mean \"fields\"?"),
        ("fields:\n  plaice: x", "line 2: there is no key \"plaice\"; did you mean \"place\"?"),
        ("fields:\n  type: { column: x, codez: y }", "line 2: there is no key \"codez\"; did you mean \"codes\"?"),
        ("fields:\n  type: { column: x, codes: acled }", "line 2: there is no table \"acled\""),
        ("fields:\n  type: { column: x, codes: countries }", "line 2: the table countries.tsv says nothing of type"),
        ("fields:\n  title: { value: x }", "line 2: title is taken as it stands: only a column can be given for it"),
        ("dates: [isso]", "line 1: there is no form of dates \"isso\"; did you mean \"iso\"?"),
        ("counts:\n  - { kind: slain, best: x }", "line 2: there is no kind \"slain\""),
        ("counts:\n  - { kind: killed }", "line 2: a count needs a column: low, best or high"),
        ("counts:\n  - { best: x }", "line 2: a count needs a kind"), ("lenient: maybe", "line 1: there is no answer"),
        ("tables:\n  - { column: x }", "line 2: a table needs a column and codes"),
        ("extends: gtd", "line 1: there is no"),
        ("fields: { type: a }\nfields: { type: b }", "fields stands twice"), ("", "the map is empty"),
    ])
    func `a fault of a map is named with its line and what is allowed`(yaml: String, message: String) throws {
        let error = try #require(throws: DatasetError.self) { try Dataset(map: yaml, file: "MAP.yaml") }
        #expect(error.file == "MAP.yaml")
        let text = message.hasPrefix("line") ? "line \(error.line ?? 0): \(error.reason)" : error.reason
        #expect(text.hasPrefix(message), "\(text)")
    }

    @Test func `a map's own columns and codes are used`() throws {
        let yaml = """
            name: ours
            dates: [dmy]
            fields:
              type: { column: Kind, codes: { boom: attack.explosive } }
              start: When
              place: [Village, Town]
              source: { value: Our office }
              source_kind: { value: ngo }
            counts:
              - { kind: killed, unit: child, group: child, best: Children }
            """
        let folder = try TemporaryFolder()
        let text = "When,Kind,Village,Town,Children\n5/1/2031,BOOM,,Testivka,3\n6/1/2031,boom,Dorf,Testivka,\n"
        let (events, rejections) = try read(Dataset(map: yaml, file: "MAP.yaml"), text, in: folder)
        #expect(rejections == [])
        #expect(events.map(\.date) == ["2031-01-05 D", "2031-01-06 D"])
        #expect(events.map(\.place?.name) == ["Testivka", "Dorf"])
        #expect(events.flatMap(\.counts) == ["killed child 3 3-3 exact of child"])
        #expect(events.first?.source == Source(name: "Our office", text: "Our office", kind: .ngo))
    }

    @Test func `a map may extend another and replace what it names`() throws {
        let yaml = "extends: csv\nname: ours\ndates: [mdy]\nfields:\n  type: { value: attack.shelling }\n"
        let folder = try TemporaryFolder()
        let text = "date,place,killed\n12/31/2031,Testivka,2\n"
        let (events, _) = try read(Dataset(map: yaml, file: "MAP.yaml"), text, in: folder)
        #expect(events.map(\.date) == ["2031-12-31 D"])
        #expect(events.first?.event.type == .attackShelling && events.first?.counts == ["killed person 2 2-2 exact"])
    }

    @Test func `a column that the file lacks is named with the map's line and those that it has`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("x.csv", text: "When,Kind\n")
        let yaml = "fields:\n  type: Kind\n  start: [Date, Day]\n"
        let dataset = try Dataset(map: yaml, file: "MAP.yaml")
        let error = try #require(throws: DatasetError.self) { try DatasetReader(dataset, fileAt: path) }
        #expect(error.description == "MAP.yaml:3: \(path) has no column \"Date\" or \"Day\"; it has When, Kind")
    }
}
