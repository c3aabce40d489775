import DatelineCore
import EventFixtures
import EventStore
import Foundation
import TestSupport
import Testing

/// The commands that correct and add, run as people run them.
@Suite struct CorrectingTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try fill("dateline.sqlite")
    }

    private func fill(_ name: String, extractor: String = "1.0.0") throws {
        let store = try EventStore.open(path: folder.path(name), mode: .readWrite)
        try store.store(BorderRaid.article, events: BorderRaid.events, rejections: [], extractor: extractor)
    }

    @discardableResult
    private func run(_ arguments: String..., user: String = "anna") throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments, in: folder, environment: ["USER": user])
    }

    @Test func `a correction is told, shown, exported and counted`() throws {
        let outcome = try run("correct", "4", "--set", "place=Sudzha", "--set", "killed=14+", "--note", "on the map")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(
            outcome.output == """
                Event 4, place: Belgorod, Belgorod Oblast, RU → Sudzha, Kursk Oblast, RU
                Event 4, killed: - → at least 14 people killed

                """
        )
        #expect(try run("count", "--region", "Sudzha", "--sum", "killed").output.hasSuffix("1,1,person,14,\r\n"))
        let sheet = try run("show", "4").output
        #expect(sheet.contains("place by anna, "))
        #expect(sheet.contains(": on the map (the program reads Belgorod, Belgorod Oblast, RU)\n"))
        let json = try run("show", "4", "--format", "jsonl").output
        #expect(json.contains(#""corrected": ["place", "killed"]"#))
        #expect(!(try run("show", "3", "--format", "jsonl").output.contains("corrected")))
        #expect(try run("explain", "4").output.contains("by corrected"))
        #expect(try run("stats").output.contains("corrections,,2\r\ncorrections that wait,,0\r\n"))
    }

    @Test func `the log has who, when and what, and undoing takes the last back`() throws {
        try run("correct", "4", "--set", "actor=Nobody", user: "bo")
        try run("correct", "7", "--set", "date=2031-05-17 N", "--by", "cy", "--note", "by phone")
        let log = try run("correct", "--log").output.split(whereSeparator: \.isNewline)
        #expect(log.count == 3)
        #expect(log[1].hasPrefix("4,20"))
        #expect(log[1].contains(",bo,actor,Ukraine,Nobody,"))
        #expect(log[2].contains(",cy,date,2031-05-18 (I),2031-05-17 to 2031-05-18 (N),by phone,"))
        #expect(try run("correct", "7", "--log").output.split(whereSeparator: \.isNewline).count == 2)
        #expect(try run("correct", "4", "--undo").output == "Event 4, taken back: actor: Ukraine → Nobody\n")
        #expect(try run("correct", "--log").output.contains("taken back by anna at 20"))
        #expect(try run("correct", "4", "--undo").errors == "note: event 4 has no correction to take back\n")
    }

    @Test func `a false event is removed from every answer`() throws {
        #expect(try run("correct", "4", "--remove").output == "Event 4, deleted: no → yes\n")
        #expect(try run("count").output == "events\r\n9\r\n")
        #expect(try run("correct", "4", "--set", "deleted=no").code == 0)
        #expect(try run("count").output == "events\r\n10\r\n")
    }

    @Test func `what cannot be set is a usage error with what may have been meant`() throws {
        for (arguments, said) in [
            (["--set", "plce=Kursk"], "there is no field “plce”; did you mean place"),
            (["--set", "colour=red"], "there is no field “colour”; fields are type, date"),
            (["--set", "place"], "“place” is no FIELD=VALUE"), (["--set", "place="], "clear it by --unset place"),
            (["--set", "type=atack"], "there is no type “atack”; did you mean attack?"),
            (["--set", "type=interception"], "may be any of interception.airdefence, interception.disrupted"),
            (["--set", "status=sure"], "there is no status “sure”"),
            (["--set", "weapons=shaheed"], "there is no weapon “shaheed”; did you mean shahed?"),
            (["--set", "killed=many"], "“many” is no number of killed"),
            (["--set", "intercepted=12"], "intercepted needs a unit"),
            (["--set", "intercepted=12 dron"], "there is no unit “dron”; did you mean drone?"),
            (["--set", "date=yesterday"], "“yesterday” is no date"),
            (["--set", "date=2031-05-02..2031-05-01"], "2031-05-02 is after 2031-05-01"),
            (["--set", "date=2031-05-02 X"], "there is no precision “X”"),
            (
                ["--set", "place=Springfield"],
                "Springfield, Sangamon County, Illinois, United States (place, #4250542)"
            ),
            (["--set", "place=Nowhereville"], "the gazetteer has no place called “Nowhereville”"),
            (["--set", "source=Mayor (mayor)"], "there is no kind of source “mayor”"),
            (["--unset", "type"], "an event cannot be without a type"), (["--unset", "plce"], "did you mean place"),
            (["--set", "actor=X", "--set", "actor=Y"], "actor is set twice"),
            (["--undo", "--log"], "say one of --set"),
        ] {
            let outcome = try BuiltProgram.run(["correct", "4"] + arguments, in: folder, environment: ["USER": "anna"])
            #expect(outcome.code == 64, "\(arguments)")
            #expect(outcome.errors.contains(said), "\(outcome.errors)")
        }
        #expect(try run("correct", "--set", "actor=X").code == 64)
        #expect(try run("correct", "4", "--set", "actor=X", user: "").errors.contains("say who you are by --by NAME"))
        #expect(try run("correct", "99", "--set", "actor=X").code == 1)
        #expect(try run("correct", "4", "--set", "actor=X", "--db", "none.sqlite").code == 1)
        #expect(try run("correct", "--log").output.split(whereSeparator: \.isNewline).count == 1)
    }

    @Test func `an event is added by hand with all that is known of it`() throws {
        let outcome = try run(
            "add",
            "--type",
            "shelling",
            "--date",
            "2031-05-10 N",
            "--place",
            "Sudzha, Russia",
            "--source",
            "Governor (local_authority, RU)",
            "--status",
            "claimed",
            "--actor",
            "ukraine",
            "--target",
            "a school",
            "--weapon",
            "mortar",
            "--count",
            "killed=3",
            "--count",
            "injured=5+",
            "--url",
            "https://example.org/radio",
            "--quote",
            "Mortars hit the school.",
            "--note",
            "heard on the radio"
        )
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("Added event 11: attack.shelling, 2031-05-10 to 2031-05-11, Sudzha"))
        let row = try run("query", "--region", "Kursk Oblast").output.split(whereSeparator: \.isNewline)[1]
        #expect(
            row.hasPrefix("11,attack.shelling,2031-05-10,2031-05-11,N,Sudzha,,Kursk Oblast,RU,51.191,35.271,place,")
        )
        #expect(row.contains(",Governor,claimed,Ukraine,a school,mortar,3,3,3,person,killed,exact,event,3,3,5,,"))
        #expect(row.contains(",added by hand,,,,https://example.org/radio,Mortars hit the school.,by hand,"))
        #expect(try run("show", "11").output.contains("added by anna, "))
    }

    @Test func `a place may be an id or coordinates of any name`() throws {
        for (arguments, said) in [
            (["--place-id", "486816"], "Sudzha, Kursk Oblast, RU"),
            (["--latitude", "51.2", "--longitude", "-3.5"], "51.2, -3.5"),
            (
                ["--place", "Old mill, Kursk Oblast", "--latitude", "51.2", "--longitude", "35.3"],
                "Old mill, Kursk Oblast, RU"
            ),
        ] {
            let outcome = try BuiltProgram.run(
                ["add", "--type", "attack", "--by", "bo"] + arguments,
                in: folder
            )
            #expect(outcome.output.contains(said), "\(outcome.output) \(outcome.errors)")
        }
        #expect(try run("count", "--region", "Kursk Oblast").output == "events\r\n2\r\n")
    }

    @Test func `what is wrong adds nothing and makes no database`() throws {
        for arguments in [
            ["--type", "attack"], ["--type", "attak", "--date", "2031"], ["--type", "attack", "--date", "soon"],
            ["--type", "attack", "--place", "Springfield"], ["--type", "attack", "--date", "2031", "--latitude", "1"],
            ["--type", "attack", "--date", "2031", "--count", "3"],
            ["--type", "attack", "--date", "2031", "--count", "place=Kursk"],
        ] {
            let outcome = try BuiltProgram.run(
                ["add", "--db", "none.sqlite"] + arguments,
                in: folder,
                environment: ["USER": "anna"]
            )
            #expect(outcome.code == 64, "\(arguments): \(outcome.errors)")
        }
        #expect((try? folder.bytes("none.sqlite")) == nil)
    }

    @Test func `corrections move by a file and say what became of them`() throws {
        try fill("other.sqlite")
        try run("correct", "4", "--set", "actor=Nobody")
        try run("add", "--type", "attack", "--date", "2031-05")
        #expect(try run("export", "--corrections", "c.jsonl").errors == "note: 2 corrections written\n")
        let applied = try run("apply", "c.jsonl", "--db", "other.sqlite")
        #expect(applied.output == "Read 2 corrections: 2 applied, 0 already there, 0 waiting, 0 conflicting.\n")
        #expect(try run("count", "--db", "other.sqlite").output == "events\r\n11\r\n")
        #expect(
            try run("apply", "c.jsonl", "--db", "other.sqlite").output
                == "Read 2 corrections: 0 applied, 2 already there, 0 waiting, 0 conflicting.\n"
        )
        try run("correct", "4", "--set", "actor=Somebody", "--by", "bo")
        try run("export", "--corrections", "--output", "d.jsonl")
        let later = try run("apply", "d.jsonl", "--db", "other.sqlite")
        #expect(later.output == "Read 3 corrections: 1 applied, 2 already there, 0 waiting, 1 conflicting.\n")
        #expect(later.errors.contains("note: event 4, actor: Somebody by bo ("))
        #expect(later.errors.contains(") holds, not Nobody by anna ("))
        try folder.write("bad.jsonl", text: "{\"field\": \"plce\"}\n\nno line\n")
        let bad = try run("apply", "bad.jsonl")
        #expect(bad.code == 2)
        #expect(bad.errors.contains("error: bad.jsonl, line 1: there is no field “plce”; did you mean place"))
        #expect(bad.errors.contains("error: bad.jsonl, line 3: "))
        #expect(try run("apply", "c.jsonl", "--db", "none.sqlite").code == 1)
        #expect(try run("export", "events.csv").code == 64)
    }

    @Test func `an ingest tells of corrections that wait`() throws {
        try folder.write(
            "town.txt",
            text: "---\npublished: 2031-05-18\n---\nRockets hit the town of Sudzha on Sunday.\n"
        )
        #expect(try run("ingest", "town.txt", "--db", "a.sqlite").code == 0)
        #expect(try run("correct", "1", "--set", "actor=X", "--db", "a.sqlite").code == 0)
        try folder.write("town.txt", text: "---\npublished: 2031-05-18\n---\nNothing happened.\n")
        let outcome = try run("ingest", "town.txt", "--db", "a.sqlite")
        #expect(outcome.output.hasSuffix("1 correction waits for its event.\n"), "\(outcome.output)")
        #expect(try run("correct", "--log", "--db", "a.sqlite").output.contains("waits for its event"))
        #expect(try run("stats", "--db", "a.sqlite").output.contains("corrections that wait,,1"))
    }
}
