import DatelineCore

/// A number as the text gives it, in digits or words, with its qualifier.
struct NumberMention: Sendable {
    /// Qualifier and number.
    var tokens: Range<Int>
    var low: Int?
    var best: Int?
    var high: Int?
    var qualifier: CountQualifier
    /// Whether it is only an article ("a woman"), which counts one of what follows.
    var isArticle = false
}

/// The class of a number word in `numbers.tsv`.
enum NumberClass: String, CaseIterable, Sendable {
    case digit, scale, dozens, scores, tens, hundreds, thousands, millions, few, couple, article, none, some
    case abbreviatedScale = "abbreviated-scale"
}

/// A qualifier of `qualifiers.tsv`, and whether it stands after its number.
struct QualifierEntry: Sendable {
    var qualifier: CountQualifier
    var isAfter: Bool
}

/// Finds numbers and what their qualifiers make of them (taxonomy, section 3).
struct NumberRecognizer: Sendable {
    let numbers: PhraseTable<(class: NumberClass, value: Int)>
    let qualifiers: PhraseTable<QualifierEntry>

    func mentions(in document: Document, tokens range: Range<Int>) -> [NumberMention] {
        var found: [NumberMention] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard var mention = number(in: document, at: index, before: range.upperBound) else {
                index += 1
                continue
            }
            index = mention.tokens.upperBound
            qualify(&mention, in: document, from: range.lowerBound, before: range.upperBound)
            index = max(index, mention.tokens.upperBound)
            found.append(mention)
        }
        return found
    }

    private func number(in document: Document, at index: Int, before end: Int) -> NumberMention? {
        guard mayBegin(document.tokens[index]) else { return nil }
        // "no fewer than 24" is a qualifier, not none.
        if let match = qualifiers.match(document, at: index, before: end), match.tokens.count > 1 { return nil }
        // Numbers of models: "KN-23", "S-300".
        if document.tokens[index].kind == .number, index >= 2, document.word(index - 1) == "-",
            !document.tokens[index].spaceBefore, !document.tokens[index - 1].spaceBefore,
            document.tokens[index - 2].kind == .word, document.tokens[index - 2].isCapitalised
        {
            return nil
        }
        // "the driver and his mate" are two; "the driver" alone is one named before.
        if document.word(index) == "the", index + 3 < end, document.word(index + 2) == "and",
            ["his", "her", "their", "the"].contains(document.word(index + 3))
        {
            return NumberMention(
                tokens: index..<index + 1,
                low: 1,
                best: 1,
                high: 1,
                qualifier: .exact,
                isArticle: true
            )
        }
        // "another five people" are five.
        if document.word(index) == "another", index + 1 < end,
            document.tokens[index + 1].kind == .number || value(in: document, at: index + 1, before: end) != nil
        {
            return nil
        }
        if let vague = vague(in: document, at: index, before: end) { return vague }
        // "between 10 and 15"
        let isBetween = document.word(index) == "between"
        guard let first = value(in: document, at: isBetween ? index + 1 : index, before: end) else { return nil }
        // "10 to 15", "10-15", "10 or 15"; "from 10 to 15" is a rise
        if first.end + 1 < end,
            isBetween ? document.word(first.end) == "and" : ["-", "–", "to", "or"].contains(document.word(first.end)),
            let second = value(in: document, at: first.end + 1, before: end), second.value > first.value,
            document.word(first.end) != "-" || !document.tokens[first.end].spaceBefore,
            document.word(first.end) != "to" || document.word(index - 1) != "from"
        {
            return NumberMention(
                tokens: index..<second.end,
                low: first.value,
                best: nil,
                high: second.value,
                qualifier: .between
            )
        }
        guard !isBetween else { return nil }
        return NumberMention(
            tokens: index..<first.end,
            low: first.value,
            best: first.value,
            high: first.value,
            qualifier: .exact
        )
    }

    /// Whether a number can begin with a word; with most none does.
    private func mayBegin(_ token: Token) -> Bool {
        token.kind == .number || token.lower == "the" || token.lower == "between" || numbers.begins(with: token)
    }

    /// Vague quantities and articles.
    private func vague(in document: Document, at index: Int, before end: Int) -> NumberMention? {
        guard let match = numbers.match(document, at: index, before: end) else { return nil }
        var (low, tokens) = (match.value.value, match.tokens)
        let qualifier: CountQualifier
        var high: Int?
        var isArticle = false
        switch match.value.class {
        case .dozens: qualifier = .dozens
        case .scores: qualifier = .scores
        case .tens, .hundreds, .thousands, .millions:
            qualifier = [.tens: .tens, .hundreds: .hundreds, .thousands: .thousands][match.value.class] ?? .millions
            // "tens of thousands", "hundreds of thousands"
            if document.word(tokens.upperBound) == "of", tokens.upperBound + 1 < end,
                let scale = numbers.match(document, at: tokens.upperBound + 1, before: end),
                [.thousands, .millions].contains(scale.value.class)
            {
                let base = match.value.class == .tens ? 20 : 200
                low = base * scale.value.value / 2
                tokens = tokens.lowerBound..<scale.tokens.upperBound
            }
        case .few: qualifier = .few
        case .couple: (qualifier, high) = (.couple, low)
        case .none: (qualifier, high) = (.none, 0)
        case .some:
            // "some 30" is a qualifier; "some were intercepted" and "most of them" are at least one.
            guard ["were", "was", "had", "have", "of"].contains(document.word(tokens.upperBound)),
                document.word(tokens.lowerBound - 1) != "how"
            else { return nil }
            qualifier = .some
        case .article: (qualifier, high, isArticle) = (.exact, low, true)
        case .digit, .scale, .abbreviatedScale: return nil
        }
        if document.word(tokens.upperBound) == "of", tokens.upperBound < end, !isArticle, qualifier != .none,
            !["them", "whom", "which", "those", "these", "the", "its", "his", "her", "their"].contains(
                document.word(tokens.upperBound + 1)
            )
        {
            tokens = tokens.lowerBound..<tokens.upperBound + 1
        }
        return NumberMention(
            tokens: tokens,
            low: low,
            best: high == low ? low : nil,
            high: high,
            qualifier: qualifier,
            isArticle: isArticle
        )
    }

    /// A value in digits and words: "1,246", "2.6 million", "two hundred and fifty", "two dozen".
    private func value(in document: Document, at index: Int, before end: Int) -> (value: Int, end: Int)? {
        var total = 0.0
        var current: Double?
        var position = index
        while position < end {
            let token = document.tokens[position]
            if token.kind == .number {
                guard current == nil, let number = document.value(token) else { break }
                current = number
                position += 1
                continue
            }
            if document.word(position) == "and", current != nil || total > 0, position > index, position + 1 < end,
                let next = numbers.match(document, at: position + 1, before: end), next.value.class == .digit,
                let value = current, value >= 100, value.truncatingRemainder(dividingBy: 100) == 0,
                document.tokens[position - 1].kind == .word, next.value.value < 100
            {
                position += 1
                continue
            }
            let isHyphen = token.lower == "-" && !token.spaceBefore && position > index && position + 1 < end
            let at = isHyphen ? position + 1 : position
            guard let match = numbers.match(document, at: at, before: end) else { break }
            switch match.value.class {
            case .digit:
                let value = Double(match.value.value)
                if let sum = current {
                    guard isHyphen || sum >= 20 && sum.truncatingRemainder(dividingBy: 10) == 0 && value < sum,
                        document.tokens[index].kind == .word
                    else { return finish(total, current, position) }
                    current = sum + value
                } else {
                    guard !isHyphen else { return finish(total, current, position) }
                    current = value
                }
            case .scale:
                guard !isHyphen || current != nil else { return finish(total, current, position) }
                if position == index { return nil }
                let scaled = (current ?? 1) * Double(match.value.value)
                if match.value.value >= 1000 {
                    total += scaled
                    current = nil
                } else {
                    current = scaled
                }
            case .abbreviatedScale:
                guard position > index, !token.spaceBefore, let number = current else {
                    return finish(total, current, position)
                }
                total += number * Double(match.value.value)
                current = nil
            default:
                return finish(total, current, position)
            }
            position = match.tokens.upperBound
        }
        return finish(total, current, position)
    }

    private func finish(_ total: Double, _ current: Double?, _ end: Int) -> (value: Int, end: Int)? {
        guard current != nil || total > 0 else { return nil }
        let sum = (total + (current ?? 0)).rounded()
        // Beyond any count of people or things; also keeps the conversion safe.
        guard sum < 1e12, sum == total + (current ?? 0) else { return nil }
        return (Int(sum), end)
    }

    /// Applies the words before and after the number.
    private func qualify(_ mention: inout NumberMention, in document: Document, from start: Int, before end: Int) {
        guard !mention.isArticle, mention.qualifier != .none else { return }
        var lower = mention.tokens.lowerBound
        search: while lower > start {
            for length in stride(from: 4, through: 1, by: -1) where lower - length >= start {
                guard let match = qualifiers.match(document, at: lower - length, before: lower),
                    match.tokens.upperBound == lower, !match.value.isAfter
                else { continue }
                // "has gone up to ten" is a rise.
                if match.value.qualifier == .atMost, document.word(match.tokens.lowerBound) == "up",
                    ["gone", "went", "risen", "rose", "climbed"].contains(document.word(match.tokens.lowerBound - 1))
                {
                    break search
                }
                apply(match.value.qualifier, to: &mention)
                lower = match.tokens.lowerBound
                mention.tokens = lower..<mention.tokens.upperBound
                continue search
            }
            break
        }
        if let match = mention.tokens.upperBound < end
            ? qualifiers.match(document, at: mention.tokens.upperBound, before: end) : nil, match.value.isAfter
        {
            apply(match.value.qualifier, to: &mention)
            mention.tokens = mention.tokens.lowerBound..<match.tokens.upperBound
        }
    }

    private func apply(_ qualifier: CountQualifier, to mention: inout NumberMention) {
        guard [.exact, .about, .nearly].contains(mention.qualifier), let number = mention.best else { return }
        mention.qualifier = qualifier
        switch qualifier {
        case .atLeast: mention.high = nil
        case .moreThan: (mention.low, mention.high) = (number + 1, nil)
        case .atMost: (mention.low, mention.high) = (nil, number)
        case .lessThan: (mention.low, mention.high) = (nil, number - 1)
        default: break
        }
    }
}
