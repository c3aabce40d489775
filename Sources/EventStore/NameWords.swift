import DatelineCore

/// The words of a name in the form in which names are compared.
struct NameWords {
    let words: [String]

    init(_ name: String) {
        words = String(decoding: NameFolding.fold(name), as: UTF8.self).split(separator: " ").map { word in
            // "Defense" and "Defence" are one word.
            word == "defense" ? "defence" : String(word)
        }
    }

    /// Whether each of the words sought begins a word of this name; "russia" finds "Russian Defence Ministry".
    func contain(_ sought: NameWords) -> Bool {
        !sought.words.isEmpty && sought.words.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
    }
}
