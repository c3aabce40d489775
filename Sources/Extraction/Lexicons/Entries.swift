import DatelineCore

/// A noun of `units.tsv`.
struct UnitEntry: Sendable {
    /// What the noun names: somebody who can be harmed, a munition, a thing, an act.
    enum Kind: String, CaseIterable, Sendable {
        case victim, munition, thing, act
    }

    var unit: CountUnit
    var group: SubjectGroup
    var kind: Kind
    var weapon: String?
    /// Whether the noun is of one person, who counts without a number.
    var isOne = false

    init?(_ row: LexiconTable.Row) {
        guard let unit = CountUnit(rawValue: row["unit"]), let group = SubjectGroup(rawValue: row["group"]),
            let kind = Kind(rawValue: row["kind"])
        else { return nil }
        self.unit = unit
        self.group = group
        self.kind = kind
        weapon = row["weapon"].isEmpty ? nil : row["weapon"]
        isOne = row["number"] == "one"
    }

    init(unit: CountUnit, group: SubjectGroup = .unspecified, kind: Kind = .victim) {
        self.unit = unit
        self.group = group
        self.kind = kind
    }
}

/// A word of `triggers.tsv`.
struct TriggerEntry: Sendable {
    /// How the word stands to what it counts.
    enum Form: String, CaseIterable, Sendable {
        case participle = "p"
        case active = "v"
        case both = "pv"
        case intransitive = "i"
        case noun = "n"
        /// A word for a figure that comes after it: "the toll rose to 20".
        case toll = "t"
    }
    /// What must stand in the clause for the word to count; `impact` is a target that floods and lorries hit as well,
    /// `people` a number of them of twenty or more.
    enum Need: String, CaseIterable, Sendable {
        case nothing = ""
        case munition, target, impact, place, debris, lives, seized, people
    }

    var event: EventType?
    var count: CountKind?
    var form: Form
    var need: Need
    /// What the word means with a word after its object: "moved 40 patients out", "shot three men dead".
    var splits: [Split] = []

    /// A verb with the words that follow its object.
    struct Split: Sendable {
        var tail: [Word]
        var entry: TriggerEntry
    }

    /// A word that means something only with what follows its object.
    init(splits: [Split]) {
        (form, need, self.splits) = (.active, .nothing, splits)
    }

    init?(_ row: LexiconTable.Row) {
        guard let form = Form(rawValue: row["form"]), let need = Need(rawValue: row["needs"]) else { return nil }
        self.form = form
        self.need = need
        if !row["event"].isEmpty {
            guard let event = EventType(rawValue: row["event"]) else { return nil }
            self.event = event
        }
        if !row["count"].isEmpty {
            guard let count = CountKind(rawValue: row["count"]) else { return nil }
            self.count = count
        }
    }

    /// Whether the word says something by itself.
    var isTelling: Bool { event != nil || count != nil || form == .toll }
    /// Whether what was attacked must stand in the clause.
    var needsTarget: Bool { need == .target || need == .impact }
    /// Whether a number may stand before the word as its subject.
    var takesSubject: Bool { form == .participle || form == .both || form == .intransitive }
    /// Whether a number may stand after the word as its object.
    var takesObject: Bool { form == .active || form == .both }
}

/// A weapon of `weapons.tsv`.
struct WeaponEntry: Sendable {
    let code: String
    let isInferred: Bool
    /// Whether the words name an act that only implies the weapon: "exchanged fire".
    let isAct: Bool
    /// The first part of the code, such as `uav` or `missile`.
    let kind: String

    init(code: String, isInferred: Bool, isAct: Bool = false) {
        (self.code, self.isInferred, self.isAct) = (code, isInferred, isAct)
        kind = String(code.prefix { $0 != "." })
    }
}

/// A word of `placewords.tsv`.
struct PlaceWordEntry: Sendable {
    var level: PlaceLevel
    var isAfter: Bool

    init?(_ row: LexiconTable.Row) {
        guard let level = PlaceLevel(rawValue: row["level"]) else { return nil }
        self.level = level
        isAfter = row["side"] == "after"
    }
}

/// The role that a preposition gives to the place after it; what lies between two places is in neither.
enum PlaceRole: String, CaseIterable, Sendable {
    case location, target, genitive, origin, agent, between
}
