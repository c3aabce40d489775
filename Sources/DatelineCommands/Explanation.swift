import DatelineCore
import Extraction

/// Why an event is as it is, in words: its sentence with the evidence marked, the rule behind each field, and what was
/// rejected nearby.
struct Explanation {
    let article: Article
    let style: TerminalStyle

    private let body: [UInt8]

    init(of article: Article, style: TerminalStyle = .plain) {
        self.article = article
        self.style = style
        body = Array(article.body.utf8)
    }

    // MARK: Events

    /// An event, field by field.
    func text(of event: Event, name: String) -> String {
        let evidence = event.evidence
        var lines = [
            style.bold("\(name)  \(event.type.rawValue), \(event.status.rawValue)"),
            style.dim("sentence \(evidence.sentence), bytes \(Explanation.bytes(evidence.range))"),
            "",
            "  " + sentence(of: event),
            "",
        ]
        for field in EventField.allCases {
            let reasons = event.reasons.filter { $0.field == field }
            var values = Explanation.values(of: field, in: event)
            if values.isEmpty, reasons.isEmpty { continue }
            if values.isEmpty { values = ["-"] }
            if let level = event.confidence[field] { values[0] += style.dim("  \(level.rawValue)") }
            lines += Explanation.row(field.rawValue, values)
            lines += reasons.map { reason in
                style.dim(Explanation.indent + (Explanation.isDoubt(reason) ? "but " : "by ") + text(of: reason))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The sentence with the trigger and the words that the rules read in marks: `⟦date overnight⟧`.
    func sentence(of event: Event) -> String {
        let range = event.evidence.range.clamped(to: body.indices)
        var marks = [(range: event.evidence.trigger, label: "trigger")]
        marks += event.reasons.filter { !Explanation.isDoubt($0) }
            .compactMap { reason in reason.range.map { ($0, reason.field.rawValue) } }
        marks = marks.filter {
            !$0.range.isEmpty && range.contains($0.range.lowerBound) && $0.range.upperBound <= range.upperBound
        }
        var text = ""
        var position = range.lowerBound
        let ordered = marks.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        for (_, mark) in ordered where mark.range.lowerBound >= position {
            text += words(position..<mark.range.lowerBound)
            text += style.marked("⟦\(mark.label) \(words(mark.range))⟧")
            position = mark.range.upperBound
        }
        return text + words(position..<range.upperBound)
    }

    private func text(of reason: Reason) -> String {
        guard let range = reason.range else { return reason.rule }
        return "\(reason.rule): “\(words(range))”, bytes \(Explanation.bytes(range))"
    }

    /// Whether a reason speaks against its field instead of filling it.
    private static func isDoubt(_ reason: Reason) -> Bool {
        ConfidenceRules.embedded.isDoubt(reason.field, reason.rule)
    }

    // MARK: Rejections

    /// What was rejected, one line each; only within some sentences of one, if given.
    func text(of rejections: [Rejection], near sentence: Int? = nil) -> String {
        let reach = 2
        let near = rejections.filter { rejection in sentence.map { abs(rejection.sentence - $0) <= reach } ?? true }
        guard !near.isEmpty else { return "" }
        let title = sentence == nil ? "Not taken" : "Not taken nearby"
        let lines = near.map { rejection in
            "  \(rejection.reason): “\(words(rejection.range))”"
                + style.dim(" (sentence \(rejection.sentence), bytes \(Explanation.bytes(rejection.range)))")
        }
        return ([style.bold(title)] + lines).joined(separator: "\n") + "\n"
    }

    // MARK: The article

    /// What the article says of itself, on a few lines.
    func heading(anchor: CivilDate?) -> String {
        var lines = [style.bold(article.title ?? article.path)]
        let about = [article.publisher, article.published?.description, article.url].compactMap { $0 }
        if !about.isEmpty { lines.append(about.joined(separator: ", ")) }
        lines.append(
            style.dim(anchor.map { "weekdays and the like are counted from \($0)" } ?? "no date to count from")
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private func words(_ range: ByteRange) -> String {
        let text = String(decoding: body[range.clamped(to: body.indices)], as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
