import DatelineCore

/// Lists what was recognised, with the resolved values, for `annotate` and `explain`.
struct MentionWriter {
    let reading: Reading
    /// The words of dates, for what is listed and dates nothing.
    let dates: DateLexicon
    private var document: Document { reading.document }

    func mentions() -> [Mention] {
        var mentions: [Mention] = []
        let values = DateValue(document: document, lexicon: dates)
        // The word of "since Monday, when …" is no date of its own.
        for date in reading.dates where date.rule != "when" {
            mentions.append(
                mention(
                    .date,
                    date.tokens,
                    [
                        ("start", date.span.start?.description), ("end", date.span.end?.description),
                        ("precision", date.span.precision.rawValue), ("method", date.span.method.rawValue),
                        ("value", values.text(of: date)), ("rule", date.rule),
                    ]
                )
            )
        }
        if let line = reading.anchor.tokens, let date = reading.anchor.date {
            mentions.append(
                mention(
                    .date,
                    line,
                    [
                        ("start", date.description), ("end", date.description),
                        ("precision", DatePrecision.day.rawValue), ("method", reading.anchor.method.rawValue),
                        ("value", date.description), ("rule", "date-line"),
                    ]
                )
            )
        }
        for time in VagueTimeRecognizer(document: document, lexicon: dates).mentions(besides: reading.dates) {
            mentions.append(mention(time.kind, time.tokens, [("value", time.value), ("rule", time.rule)]))
        }
        for place in reading.places {
            mentions.append(
                mention(
                    .place,
                    place.tokens,
                    [
                        ("name", place.place?.name), ("level", place.place?.level.rawValue),
                        ("admin1", place.place?.admin1),
                        ("country", place.place?.country), ("latitude", place.place?.latitude.map { "\($0)" }),
                        ("longitude", place.place?.longitude.map { "\($0)" }),
                        ("geonameid", place.place?.geonameid.map { "\($0)" }),
                        ("role", place.role.map { "\($0)" }), ("rule", place.rule),
                    ]
                )
            )
        }
        for (index, attributions) in reading.attributions.enumerated() {
            for attribution in attributions
            where document.sentence(ofToken: attribution.sourceTokens.lowerBound) == index {
                mentions.append(
                    mention(
                        .source,
                        attribution.sourceTokens,
                        [
                            ("name", attribution.source.name), ("kind", attribution.source.kind.rawValue),
                            ("country", attribution.source.country),
                            ("status", attribution.status.rawValue), ("cue", document.text(of: attribution.cue)),
                            ("rule", attribution.rule), ("scope", scope(of: attribution)),
                        ]
                    )
                )
            }
        }
        for weapon in reading.weapons {
            mentions.append(
                mention(
                    .weapon,
                    weapon.tokens,
                    [("code", weapon.entry.code), ("model", weapon.entry.isInferred ? "inferred" : "stated")]
                )
            )
        }
        for sentence in document.sentences.indices {
            for trigger in reading.triggers[sentence] {
                mentions.append(
                    mention(
                        .trigger,
                        trigger.tokens,
                        [
                            ("type", trigger.entry.event?.rawValue), ("count", trigger.entry.count?.rawValue),
                            ("rejected", trigger.rejection),
                        ]
                    )
                )
            }
            for count in reading.counts[sentence] {
                mentions.append(
                    mention(
                        .count,
                        count.tokens,
                        [
                            ("kind", count.kind.rawValue), ("unit", count.unit.unit.rawValue),
                            ("low", count.number.low.map { "\($0)" }),
                            ("high", count.number.high.map { "\($0)" }), ("qualifier", count.number.qualifier.rawValue),
                            ("rule", count.rule),
                        ]
                    )
                )
            }
        }
        return mentions.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
    }

    /// The bytes that a source answers for: "120-164,180-201".
    private func scope(of attribution: Attribution) -> String {
        attribution.scope.filter { !$0.isEmpty }.map { tokens in
            let range = document.bytes(of: tokens)
            return "\(range.lowerBound)-\(range.upperBound)"
        }.joined(separator: ",")
    }

    private func mention(_ kind: MentionKind, _ tokens: Range<Int>, _ fields: [(String, String?)]) -> Mention {
        let range = document.bytes(of: tokens)
        return Mention(
            kind: kind,
            sentence: document.sentences[document.sentence(ofToken: tokens.lowerBound)].number,
            range: range,
            text: document.text(range),
            fields: fields.map { Mention.Field(name: $0.0, value: $0.1) }
        )
    }
}
