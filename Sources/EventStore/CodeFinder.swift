import DatelineCore

/// Finds the dotted codes that a user names.
struct CodeFinder {
    /// What the codes are of, for messages.
    let what: String
    let codes: [String]
    /// Codes by their common names.
    var names: [String: String] = [:]

    /// The codes that a text stands for: the code with all below it, else those that end in it, else that of a name.
    func codes(for text: String) throws -> [String] {
        let wanted = text.lowercased()
        let below = codes.filter { $0 == wanted || $0.hasPrefix(wanted + ".") }
        if !below.isEmpty { return below }
        let ending = codes.filter { $0.hasSuffix("." + wanted) }
        if !ending.isEmpty { return ending }
        let words = NameWords(text).words
        if let code = names.first(where: { NameWords($0.key).words == words })?.value { return try codes(for: code) }
        throw EventStoreError.unknown(what, text, among: candidates)
    }

    /// Everything that may be named: codes, what they begin with, and what they end in.
    private var candidates: [String] {
        var candidates: Set<String> = []
        for code in codes {
            let parts = code.split(separator: ".")
            for end in parts.indices {
                candidates.insert(parts[...end].joined(separator: "."))
                candidates.insert(String(parts[end]))
            }
        }
        return candidates.sorted()
    }
}
