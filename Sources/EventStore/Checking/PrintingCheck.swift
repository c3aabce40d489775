import GRDB
import Reprints

/// The fingerprints of articles against their texts, the origins of reprints, and which events are repeats.
struct PrintingCheck: DatabaseCheck {
    let name = "reprints"

    /// The articles that are not compared and should be.
    private static let missing = """
        SELECT id FROM article
        WHERE superseded_by IS NULL AND path <> '\(CorrectionTarget.addedPath)'
            AND extractor NOT IN (SELECT format FROM dataset)
            AND id NOT IN (SELECT article FROM printing) AND id NOT IN (SELECT article FROM uncompared)
        ORDER BY id
        """

    func finding(in database: Database) throws -> CheckFinding {
        let articles = try Int.fetchOne(database, sql: "SELECT count(*) FROM printing") ?? 0
        let waiting = try Int.fetchOne(database, sql: "SELECT count(*) FROM uncompared") ?? 0
        var finding = CheckFinding(
            "the fingerprints, origins and repeated events of \(articles) articles"
                + (waiting == 0 ? "" : "; \(waiting) wait for the next ingest")
        )
        for article in try Int64.fetchAll(database, sql: PrintingCheck.missing) {
            finding.add("article \(article) is not compared with others")
        }
        try checkTexts(in: database, &finding)
        try checkWordings(in: database, &finding)
        try checkRepeats(in: database, &finding)
        return finding
    }

    func repair(_ database: Database) throws -> [String] {
        try database.execute(
            sql: """
                DELETE FROM printing;
                INSERT OR IGNORE INTO uncompared \(PrintingCheck.missing);
                DELETE FROM fingerprint;
                UPDATE event SET repeats = NULL WHERE repeats IS NOT NULL;
                UPDATE evidence SET wording = NULL WHERE wording IS NOT NULL AND EXISTS (
                    SELECT 1 FROM event JOIN uncompared ON uncompared.article = event.article
                    WHERE event.id = evidence.event
                );
                """
        )
        while try !PrintingStore(database: database).catchUp(most: 500) {}
        return ["compared all articles again"]
    }

    private func checkTexts(in database: Database, _ finding: inout CheckFinding) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(Printing.columns), body, superseded_by
                FROM printing JOIN article ON article.id = printing.article
                ORDER BY printing.article
                """
        )
        let mark = try database.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM fingerprint WHERE (value, is_reprint, article, marks) = (?, ?, ?, ?))"
        )
        var marks = 0
        while let row = try rows.next() {
            let printing = Printing(row)
            let article = "article \(printing.article)"
            if row[7] != nil { finding.add("\(article) is superseded and still compared") }
            let text = StoryText(row[6])
            marks += text.fingerprints.count
            let isWhole = try text.fingerprints.allSatisfy { value in
                try Bool.fetchOne(mark, arguments: [value, !printing.isOrigin, printing.article, printing.marks])
                    ?? false
            }
            if !isWhole || text.wordCount != printing.words || text.fingerprints.count != printing.marks {
                finding.add("\(article) has other fingerprints than its text")
            }
            if let origin = printing.origin, !printing.isOrigin {
                guard let first = try PrintingLinker.printing(origin, in: database), first.isOrigin, first < printing,
                    try StoryText(body(of: origin, in: database)).printsSameStory(as: text)
                else {
                    finding.add("\(article) is no reprint of article \(origin)")
                    continue
                }
            }
        }
        if try Int.fetchOne(database, sql: "SELECT count(*) FROM fingerprint") != marks {
            finding.add("there are fingerprints of no article")
        }
    }

    private func body(of article: Int64, in database: Database) throws -> String {
        let statement = try database.cachedStatement(sql: "SELECT body FROM article WHERE id = ?")
        return try String.fetchOne(statement, arguments: [article]) ?? ""
    }

    private func checkWordings(in database: Database, _ finding: inout CheckFinding) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT evidence.event, quote, wording FROM printing
                JOIN event ON event.article = printing.article JOIN evidence ON evidence.event = event.id
                WHERE wording IS NOT NULL OR origin IN (SELECT origin FROM printing WHERE origin <> article)
                ORDER BY evidence.event
                """
        )
        while let row = try rows.next() {
            guard row[2] as Int64? != Wording.key(of: row[1]) else { continue }
            finding.add("event \(row[0] as Int64) is known by other words than its own")
        }
    }

    private func checkRepeats(in database: Database, _ finding: inout CheckFinding) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT event.id, event.article, event.type, event.repeats, origin, wording
                FROM printing
                JOIN article ON article.id = printing.article
                JOIN event ON event.article = printing.article
                JOIN evidence ON evidence.event = event.id
                ORDER BY origin, wording, \(PrintingStore.isUncorrected), \(Printing.order), event.id
                """
        )
        var telling: [Row] = []
        func checkTelling() {
            for (event, stored, repeated) in PrintingStore.repeats(telling) where stored != repeated {
                finding.add(
                    "event \(event) \(repeated == nil ? "stands for itself" : "is a repeat") and is not kept so"
                )
            }
        }
        while let row = try rows.next() {
            if let first = telling.first, first[4] as Int64 != row[4] || first[5] as Int64? != row[5] {
                checkTelling()
                telling = []
            }
            telling.append(row.copy())
        }
        checkTelling()
        let others = try Int64.fetchAll(
            database,
            sql: """
                SELECT id FROM event WHERE repeats IS NOT NULL AND article NOT IN (SELECT article FROM printing)
                ORDER BY id
                """
        )
        for event in others {
            finding.add("event \(event) is of an article that is not compared, and kept as a repeat")
        }
    }
}
