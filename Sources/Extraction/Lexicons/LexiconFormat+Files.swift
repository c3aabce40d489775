import DatelineCore

extension LexiconFormat {
    /// The lexicons of the program, by name.
    public static let all: [LexiconFormat] = [
        LexiconFormat("abbreviations.tsv", []),
        LexiconFormat("actors.tsv", [.required("name"), .optional("country", .country(or: []))]),
        LexiconFormat(
            "bodies.tsv",
            [
                .required("canonical"), .required("kind", .codes(of: SourceKind.self)),
                .optional("country", .country(or: ["*", "+"])), .optional("family", known("bodies.tsv", "family")),
            ]
        ),
        LexiconFormat(
            "countries.tsv",
            [
                .required("code", .country(or: [])), .required("adjective"), .optional("adjectives"),
                .optional("capitals"),
            ]
        ),
        LexiconFormat(
            "dates.tsv",
            distinguishing: "class",
            [.required("class", known("dates.tsv", "class")), .optional("value"), .optional("context")]
        ),
        LexiconFormat("languages.tsv", [.required("language", known("languages.tsv", "language"))]),
        LexiconFormat("measures.tsv", [.required("reason", known("measures.tsv", "reason"))]),
        LexiconFormat(
            "numbers.tsv",
            [.required("class", .codes(of: NumberClass.self)), .required("value", .integer(0...Int.max))]
        ),
        LexiconFormat("placewords.tsv", [.required("level", .codes(of: PlaceLevel.self)), .required("side", sides)]),
        LexiconFormat("prepositions.tsv", [.required("role", .codes(of: PlaceRole.self))]),
        LexiconFormat(
            "qualifiers.tsv",
            [.required("qualifier", .codes(of: CountQualifier.self)), .required("side", sides)]
        ),
        LexiconFormat("realis.tsv", [.required("mode", known("realis.tsv", "mode")), .optional("reach", sides)]),
        LexiconFormat(
            "speakers.tsv",
            [
                .required("kind", .codes(of: SourceKind.self)),
                .optional("refers", known("speakers.tsv", "refers")),
            ]
        ),
        LexiconFormat(
            "speech.tsv",
            [.required("class", .codes(of: VerbClass.self)), .required("strength", .codes(["strong", "weak"]))]
        ),
        LexiconFormat("titles.tsv", [.required("kind", .codes(of: SourceKind.self))]),
        LexiconFormat(
            "topics.tsv",
            [.required("topic", known("topics.tsv", "topic")), .required("weight", .integer(-9...9))]
        ),
        LexiconFormat(
            "triggers.tsv",
            [
                .optional("event", .codes(of: EventType.self)), .optional("count", .codes(of: CountKind.self)),
                .required("form", .codes(of: TriggerEntry.Form.self)),
                .optional("needs", .codes(of: TriggerEntry.Need.self)),
            ]
        ),
        LexiconFormat(
            "units.tsv",
            [
                .required("unit", .codes(of: CountUnit.self)), .required("group", .codes(of: SubjectGroup.self)),
                .required("kind", .codes(of: UnitEntry.Kind.self)), .optional("weapon", .weapon),
                .optional("number", .codes(["one"])),
            ]
        ),
        LexiconFormat(
            "weapons.tsv",
            [.required("code", .weapon), .optional("model", .codes(["stated", "inferred", "act"]))]
        ),
        LexiconFormat("words.tsv", []),
    ]

    /// The lexicon of a name, with or without `.tsv`.
    public static func named(_ name: String) -> LexiconFormat? {
        all.first { $0.name == name || $0.name == name + ".tsv" }
    }

    /// Why a row will not do although each of its cells would; nil when it will.
    func objection(to row: LexiconTable.Row) -> String? {
        switch name {
        case "dates.tsv":
            DateLexicon.accepts(row)
                ? nil
                : "“\(row["value"])” in column value does not go with \(row["class"]); rows of that class show how"
        case "triggers.tsv":
            row["event"].isEmpty && row["count"].isEmpty && row["form"] != TriggerEntry.Form.toll.rawValue
                ? "column event or column count must be filled" : nil
        default: nil
        }
    }

    private static let sides = Values.codes(["before", "after"])
}

extension LexiconFormat.Column {
    fileprivate static func required(_ name: String, _ values: LexiconFormat.Values = .text) -> Self {
        Self(name: name, isRequired: true, values: values)
    }

    fileprivate static func optional(_ name: String, _ values: LexiconFormat.Values = .text) -> Self {
        Self(name: name, isRequired: false, values: values)
    }
}
