import DatelineCore
import GRDB

/// Imports that did not end.
struct ImportCheck: DatabaseCheck {
    let name = "imports"

    func finding(in database: Database) throws -> CheckFinding {
        let runs = try Int.fetchOne(database, sql: "SELECT count(*) FROM import_run") ?? 0
        var finding = CheckFinding("\(runs) \(runs == 1 ? "import" : "imports"), whether each ended")
        // What a later import of the same dataset has completed is no fault any more.
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT file, dataset.name, started FROM import_run JOIN dataset ON dataset.id = import_run.dataset
                WHERE ended IS NULL AND NOT EXISTS (
                    SELECT 1 FROM import_run AS later
                    WHERE later.dataset = import_run.dataset AND later.id > import_run.id AND later.ended IS NOT NULL
                )
                ORDER BY import_run.id
                """
        )
        for row in rows {
            let (file, dataset, started): (String, String, Int) = (row[0], row[1], row[2])
            let day = CivilDate(dayNumber: started / 86400)
            finding.add("the import of \(file) into \(dataset), begun on \(day), did not end; import the file again")
        }
        return finding
    }
}

/// The versions of articles, and that each event has all its parts.
struct ArticleCheck: DatabaseCheck {
    let name = "articles"

    func finding(in database: Database) throws -> CheckFinding {
        let articles = try Int.fetchOne(database, sql: "SELECT count(*) FROM article") ?? 0
        let events = try Int.fetchOne(database, sql: "SELECT count(*) FROM event") ?? 0
        var finding = CheckFinding("the versions of \(articles) articles, and the parts of \(events) events")
        let versions = """
            SELECT former.id, former.path, former.version, article.version
            FROM article AS former JOIN article ON article.id = former.superseded_by
            WHERE article.version <> former.version + 1
            """
        for row in try Row.fetchAll(database, sql: versions) {
            let (id, path, version, next): (Int64, String, Int, Int) = (row[0], row[1], row[2], row[3])
            finding.add("article \(id) (\(path)), version \(version), is superseded by a version \(next)")
        }
        for (fault, sql) in [
            (
                "is of a superseded article and still stands in answers",
                """
                SELECT event.id FROM article JOIN event ON event.article = article.id
                WHERE superseded_by IS NOT NULL AND superseded = 0
                """
            ),
            (
                "has no evidence",
                "SELECT id FROM event WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.event = event.id)"
            ),
            (
                "has no count where its leading one should be",
                """
                SELECT id FROM event WHERE leading_count IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM event_count WHERE event = event.id AND ordinal = leading_count
                )
                """
            ),
        ] {
            for event in try Int64.fetchAll(database, sql: sql) { finding.add("event \(event) \(fault)") }
        }
        return finding
    }
}
