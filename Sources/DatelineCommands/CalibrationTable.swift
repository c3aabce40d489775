import DatelineCore
import Evaluation
import Extraction

/// How often fields were right by how sure the program was of them, in words.
struct CalibrationTable {
    private let judgements: [EventField: [Judgement]]

    init(_ judgements: [Judgement]) {
        self.judgements = Dictionary(grouping: judgements, by: \.field)
    }

    /// One line a field: for each level the share of right ones, and how many there were.
    var levels: String {
        let levels = Confidence.allCases.reversed()
        var rows = [["right"] + levels.map(\.rawValue)]
        for field in EventField.allCases where field.hasConfidence {
            let cells = levels.map { level in
                let tally = Tally((judgements[field] ?? []).filter { $0.level == level })
                return tally.judged == 0 ? "-" : "\(EvaluateCommand.text(.share(tally.share))) of \(tally.judged)"
            }
            rows.append([field.rawValue] + cells)
        }
        return rows.map { row in
            row.dropLast().map { $0 + String(repeating: " ", count: max(1, 15 - $0.utf8.count)) }.joined()
                + (row.last ?? "") + "\n"
        }.joined()
    }

    /// One line a rule or doubt that was met: field, name, kind, level, right ones, judged ones, share.
    ///
    /// A rule is judged where it decided and no doubt was raised, a doubt wherever it was raised.
    var rules: String {
        let table = ConfidenceRules.embedded
        var lines = "field\trule\tkind\tlevel\tright\tjudged\tshare\n"
        for rule in table.rules {
            let tally = Tally(
                (judgements[rule.field] ?? []).filter { judgement in
                    guard !rule.isDoubt else { return judgement.rules.contains(rule.name) }
                    let isDecisive = rule.field == .count || judgement.rules.first == rule.name
                    return isDecisive && judgement.rules.contains(rule.name)
                        && !judgement.rules.contains { table.isDoubt(rule.field, $0) }
                }
            )
            guard tally.judged > 0 else { continue }
            lines +=
                [
                    rule.field.rawValue, rule.name, rule.isDoubt ? "doubt" : "rule", rule.level.rawValue,
                    "\(tally.right)", "\(tally.judged)", EvaluateCommand.text(.share(tally.share)),
                ].joined(separator: "\t") + "\n"
        }
        return lines
    }
}
