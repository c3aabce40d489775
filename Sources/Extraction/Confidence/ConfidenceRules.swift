public import DatelineCore

/// How sure the rules are that fill the fields of events: the file `rules.tsv`.
///
/// A field is as sure as the rule that filled it, or less where a doubt speaks against it. Both were measured on
/// annotated articles; `dateline evaluate --rules` measures them on any.
public struct ConfidenceRules: Sendable {
    /// One rule or doubt.
    public struct Rule: Sendable {
        /// The field that it fills or doubts.
        public let field: EventField
        /// Its name, as `explain` prints it.
        public let name: String
        /// Whether it speaks against a field instead of filling it.
        public let isDoubt: Bool
        /// The surest that a field with it is.
        public let level: Confidence
        /// What it does, in a line.
        public let meaning: String
    }

    /// All, in the order of the file.
    public let rules: [Rule]
    /// The rules of each name, of one field each.
    private let byName: [String: [Standing]]

    /// A rule's place in the list, and what it says of its field.
    private struct Standing: Sendable {
        let index: Int
        let field: EventField
        let isDoubt: Bool
        let level: Confidence
    }

    /// The fields that have a level.
    private static let fields = EventField.allCases.filter(\.hasConfidence)

    /// The rules of the program.
    public static let embedded: ConfidenceRules = {
        do {
            return try ConfidenceRules(text: EmbeddedText.files.first { $0.name == fileName }?.text ?? "")
        } catch {
            // The file is compiled in and tested: a bad one is a broken build.
            fatalError("The program's own rules cannot be read: \(error)")
        }
    }()

    static let fileName = "rules.tsv"

    init(text: String) throws(LexiconError) {
        var rules: [Rule] = []
        for row in try LexiconTable(name: ConfidenceRules.fileName, text: text).rows {
            guard let field = EventField(rawValue: row["field"]), let level = Confidence(rawValue: row["level"]),
                ["rule", "doubt"].contains(row["kind"])
            else {
                let reason = "expected field, rule, kind, level and meaning"
                throw LexiconError(file: ConfidenceRules.fileName, line: row.line, reason: reason)
            }
            let isDoubt = row["kind"] == "doubt"
            rules.append(
                Rule(field: field, name: row["rule"], isDoubt: isDoubt, level: level, meaning: row["meaning"])
            )
        }
        self.rules = rules
        var byName: [String: [Standing]] = [:]
        for (index, rule) in rules.enumerated() {
            let standing = Standing(index: index, field: rule.field, isDoubt: rule.isDoubt, level: rule.level)
            byName[rule.name, default: []].append(standing)
        }
        self.byName = byName
    }

    /// The rule behind a reason; nil for one that the file does not have.
    func rule(of reason: Reason) -> Rule? {
        rule(reason.field, reason.rule)
    }

    /// Whether a name is that of a doubt about a field.
    public func isDoubt(_ field: EventField, _ name: String) -> Bool {
        rule(field, name)?.isDoubt == true
    }

    private func rule(_ field: EventField, _ name: String) -> Rule? {
        standing(field, name).map { rules[$0.index] }
    }

    /// What counts of a rule when events are written: looked up a dozen times an event, so without its texts.
    private func standing(_ field: EventField, _ name: String) -> Standing? {
        byName[name]?.first { $0.field == field }
    }

    /// How sure each field is that has a rule.
    ///
    /// The first rule of a field decides, for counts the least sure of their rules; then its doubts.
    func levels(of reasons: [Reason]) -> [EventField: Confidence] {
        var levels = [EventField: Confidence](minimumCapacity: ConfidenceRules.fields.count)
        for field in ConfidenceRules.fields {
            var level: Confidence?
            for index in reasons.indices where reasons[index].field == field {
                let rule = standing(field, reasons[index].rule)
                guard let known = level else {
                    level = rule?.level ?? .low
                    continue
                }
                if rule?.isDoubt == true || field == .count { level = min(known, rule?.level ?? .low) }
            }
            levels[field] = level
        }
        return levels
    }
}
