extension PlaceRecognizer {
    /// "fired from rebel-held areas of the north", "from positions in the valley": before "of" or "in" the noun for a
    /// part of a land, that comes after "from".
    func isPartOfOrigin(before preposition: Int, in document: Document, from start: Int) -> Bool {
        guard ["of", "in"].contains(document.word(preposition)), preposition > start,
            PlaceRecognizer.parts.contains(document.word(preposition - 1))
        else { return false }
        for position in between(max(start, preposition - 7), preposition - 1).reversed() {
            if document.word(position) == "from" { return true }
            let token = document.tokens[position]
            guard token.kind == .word || token.kind == .possessive || token.lower == "-",
                prepositions.match(document, at: position, before: position + 1) == nil
            else { return false }
        }
        return false
    }

    /// "carried to the Hope hospital in the capital": where the wounded were treated, not where they were hurt.
    func isWhereTreated(before preposition: Int, in document: Document, from start: Int) -> Bool {
        guard ["in", "at"].contains(document.word(preposition)), preposition > start,
            PlaceRecognizer.care.contains(document.word(preposition - 1))
        else { return false }
        for position in between(max(start, preposition - 8), preposition - 1).reversed() {
            if document.word(position) == "to" { return true }
            let token = document.tokens[position]
            guard token.kind == .word || token.kind == .possessive || token.lower == "-",
                prepositions.match(document, at: position, before: position + 1) == nil
            else { return false }
        }
        return false
    }

    /// "sailing from one port to another", "bound for the port": nothing happened where a ship was going.
    func isBound(before preposition: Int, in document: Document, from start: Int) -> Bool {
        between(max(start, preposition - 6), preposition).contains {
            PlaceRecognizer.voyages.contains(document.word($0))
        }
    }

    private static let voyages: WordSet = ["bound", "sail", "sailed", "sailing", "sails", "transiting", "voyage"]
    private static let care: WordSet = ["clinic", "clinics", "hospital", "hospitals", "morgue", "morgues"]
    private static let parts: WordSet = [
        "area", "areas", "part", "parts", "territory", "territories", "position", "positions", "base", "bases", "site",
        "sites", "stronghold", "strongholds", "coast", "waters", "direction",
    ]
}
