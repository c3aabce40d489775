import DatelineCore
import EventFixtures
import EventStore
import GRDB
import TestSupport
import Testing

/// The commands that ask, run as people run them, on the events of one article.
@Suite struct AskingTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let store = try EventStore.open(path: folder.path("dateline.sqlite"), mode: .readWrite)
        try store.store(
            BorderRaid.article,
            events: BorderRaid.events,
            rejections: [Rejection(reason: "vow", sentence: 16, range: 0..<4, text: "vowed")],
            extractor: "1.0.0"
        )
    }

    private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments, in: folder)
    }

    private func lines(_ arguments: String...) throws -> [String] {
        let outcome = try BuiltProgram.run(arguments, in: folder)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output.split(whereSeparator: \.isNewline).map(String.init)
    }

    @Test func `a query is a CSV of the events that match`() throws {
        let rows = try lines("query", "--region", "Sumy Oblast")
        #expect(rows.count == 2)
        #expect(rows[0].hasPrefix("id,type,date_start,date_end,date_precision,place,admin2,admin1,country,latitude,"))
        #expect(
            rows[1].hasPrefix("7,attack.debris,2031-05-18,2031-05-18,I,Okhtyrka Raion,Okhtyrka Raion,Sumy Oblast,UA,")
        )
    }

    @Test func `the CSV has what the view of the database has`() throws {
        let rows = try lines("export", "--format", "tsv").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let view = try DatabaseQueue(path: folder.path("dateline.sqlite")).read {
            try Row.fetchAll($0, sql: "SELECT * FROM events")
        }
        #expect(rows[0] == Array(try #require(view.first).columnNames))
        #expect(rows.count == view.count + 1)
        for row in view {
            let values = row.map { value in value.1.isNull ? "" : String.fromDatabaseValue(value.1) ?? "\(value.1)" }
            #expect(rows.contains(values), "\(values)")
        }
    }

    @Test func `the long form has one row a count`() throws {
        let rows = try lines("export", "--long", "--type", "interception", "--actor", "russia")
        #expect(rows.count == 4)
        #expect(rows.filter { $0.contains(",intercepted,missile,unspecified,3,3,3,exact,event,") }.count == 1)
    }

    @Test func `a sum tells what was left out of it`() throws {
        let outcome = try run("count", "--sum", "evacuated")
        #expect(outcome.output == "events,counted,unit,evacuated_low,evacuated_high\r\n10,0,,,\r\n")
        #expect(outcome.errors == "note: 1 running total left out of the sum of evacuated\n")
        #expect(
            try lines("count", "--sum", "injured", "--by", "admin1") == [
                "admin1,country,events,counted,unit,injured_low,injured_high", "Belgorod Oblast,RU,5,1,person,17,17",
                ",UA,3,0,,,", "Sumy Oblast,UA,1,1,person,5,5", ",RU,1,0,,,",
            ]
        )
    }

    @Test func `two groups make a cross-table for reading and long rows for programs`() throws {
        #expect(
            try run("count", "--by", "week,status", "--country", "UA", "--format", "table").output == """
                week      unverified  reported  total
                ────────  ──────────  ────────  ─────
                2031-W20           3         1      4
                total              3         1      4

                """
        )
        #expect(
            try lines("count", "--by", "week,status", "--country", "UA") == [
                "week,status,events", "2031-W20,unverified,3", "2031-W20,reported,1",
            ]
        )
        #expect(
            try run(
                "count",
                "--by",
                "country,type",
                "--type",
                "interception",
                "--sum",
                "intercepted",
                "--format",
                "table"
            )
            .output == """
                country  interception.airdefence  total
                ───────  ───────────────────────  ───────────────────
                RU       30 drone, 3 missile      30 drone, 3 missile
                UA       39 drone                 39 drone
                total    69 drone, 3 missile      69 drone, 3 missile

                """
        )
    }

    @Test func `a misspelt value is a usage error with what may have been meant`() throws {
        for (arguments, said) in [
            (["--type", "interceptoin"], "there is no type “interceptoin”; did you mean interception?"),
            (["--region", "Belgrod"], "no stored place is called “Belgrod”; did you mean Belgorod"),
            (["--from", "2031-02-30"], "the calendar has no 2031-02-30."),
            (["--from", "last week"], "“last week” is no date; write 2024-08-11, 2024-08 or 2024."),
            (["--from", "2031-05", "--to", "2031-04"], "--from 2031-05-01 is after --to 2031-04-30."),
            (["--min-count", "kiled:3"], "there is no kind of count “kiled”; did you mean killed?"),
            (["--status", "sure"], "--status"), (["--limit=-1"], "--limit must not be negative."),
        ] {
            let outcome = try BuiltProgram.run(["query"] + arguments, in: folder)
            #expect(outcome.code == 64, "\(arguments)")
            #expect(outcome.errors.contains(said), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
        let outcome = try run("count", "--by", "weak")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("there is no group “weak”; did you mean week?"))
    }

    @Test func `a bare name that is a region and its city says what it was taken as`() throws {
        let outcome = try run("query", "--region", "belgorod", "--format", "jsonl")
        #expect(outcome.output.split(separator: "\n").count == 5)
        #expect(
            outcome.errors
                == "note: “belgorod” is taken as Belgorod Oblast, RU; for the city write “belgorod city”\n"
        )
    }

    @Test(arguments: ["query", "count", "export", "sources", "places", "stats"])
    func `a missing database is not made`(command: String) throws {
        let outcome = try run(command, "--db", "none.sqlite")
        #expect(outcome.code == 1)
        #expect(outcome.errors.hasPrefix("Error: cannot open none.sqlite: there is no such file; make one with: "))
        #expect((try? folder.bytes("none.sqlite")) == nil)
    }

    @Test func `a month or a year stands for its days`() throws {
        #expect(try lines("count", "--on", "2031-05") == ["events", "10"])
        #expect(try lines("count", "--from", "2032") == ["events", "0"])
        #expect(try lines("count", "--on", "2031-05-17") == ["events", "4"])
    }

    @Test func `one event is shown in full`() throws {
        let outcome = try run("show", "5")
        #expect(outcome.output.contains("more than 41000 people evacuated, running total as of 2031-05-17"))
        #expect(outcome.output.contains("“Over 41,000 people had been moved as of Saturday.”"))
        let missing = try run("show", "99")
        #expect(missing.code == 1)
        #expect(missing.errors == "Error: there is no event 99 in dateline.sqlite; dateline query lists the events\n")
    }

    @Test func `sources, places and statistics list what there is`() throws {
        #expect(
            try lines("sources", "--limit", "2")[1...] == [
                "Ukrainian Air Force,belligerent_military,UA,3", "Russian Defence Ministry,belligerent_military,RU,2",
            ]
        )
        #expect(
            try lines("places", "--country", "UA")[1...] == [
                "Ukraine,country,,,UA,,,,3", "Okhtyrka Raion,admin2,Okhtyrka Raion,Sumy Oblast,UA,,,,1",
            ]
        )
        let stats = try lines("stats")
        #expect(stats.contains("events,,10"))
        #expect(stats.contains("rejections,vow,1"))
        #expect(stats.contains("last day,,2031-05-18"))
    }

    @Test func `a reader that goes away ends the export without a word`() throws {
        let outcome = try BuiltProgram.shell("dateline export --format jsonl | head -n 1", in: folder)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.split(separator: "\n").count == 1)
    }

    @Test func `an output file's name gives its form`() throws {
        #expect(try run("export", "--output", "events.jsonl").code == 0)
        let text = String(decoding: try folder.bytes("events.jsonl"), as: UTF8.self)
        #expect(text.split(separator: "\n").count == 10)
        #expect(text.hasPrefix("{\"id\": "))
    }
}
