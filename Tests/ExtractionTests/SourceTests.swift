import DatelineCore
import Testing

@testable import Extraction

@Suite struct SourceTests {
    @Test(arguments: [
        ("said-after", "⟦scope:Four drones were downed⟧, ⟦source:the Latvian defence ministry⟧ said."),
        ("said-after", "⟦scope:A depot burned in Riga⟧, said ⟦source:Mayor Janis Ozols⟧, who visited the site."),
        ("said-before", "⟦source:Estonia's air force⟧ said ⟦scope:six missiles had been fired⟧."),
        ("said-before", "On Friday ⟦source:the Polish army⟧ also reported ⟦scope:two clashes near Suwalki⟧."),
        ("according-to", "⟦scope:Nine people fled the village⟧, according to ⟦source:Save the Children⟧."),
        ("according-to", "According to ⟦source:the Kenyan police⟧, ⟦scope:bandits burned two houses⟧."),
        ("said-before", "⟦source:The Norwegian navy⟧ counted ⟦scope:12 boats⟧."),
        ("said-before", "⟦source:The Jordanian government⟧ put the toll ⟦scope:at seven⟧."),
        ("by-agent", "⟦scope:Five deaths were listed in the figures⟧ released by ⟦source:Amnesty International⟧."),
        ("by-count", "⟦scope:Three bridges fell⟧ by ⟦source:the Finnish army⟧'s count."),
        ("bracketed", "⟦scope:A farmer was hurt near the lake⟧ (⟦source:State Emergency Service⟧)."),
        ("said-after", "\"⟦scope:We lost two boats⟧,\" said ⟦source:Marta Kowal⟧, 44."),
        ("said-after", "''⟦scope:When someone asks, we count two boats⟧,'' ⟦source:Marta Kowal⟧ said quietly."),
        ("same-subject", "⟦source:The Danish navy⟧ searched the bay, saying ⟦scope:two boats were lost⟧."),
        ("by-count", "⟦scope:Three bridges fell⟧, by the count of ⟦source:the Finnish army⟧."),
        ("quoted", "⟦scope:Two barges sank⟧, Xinhua quoted ⟦source:Captain Li Wen⟧ as saying."),
        ("said-before", "⟦source:Tiina Kask, head of the Tartu fire service,⟧ said ⟦scope:three houses burned⟧."),
        ("said-after", "⟦scope:Two shells fell on the farm⟧, ⟦source:a spokesman for the Danish navy⟧ said."),
    ])
    func `a source governs the clause that it is attached to`(rule: String, marked: String) throws {
        let sentence = MarkedSentence(marked)
        let document = Document(sentence.text, abbreviations: Lexicons.embedded.abbreviations)
        let found = SourceRecognizer().attributions(in: document)
        let scope = try #require(sentence.marks["scope"])
        let first = try #require(document.tokens.firstIndex { $0.range.lowerBound >= scope.lowerBound })
        let attribution = try #require(found.attribution(governing: first))
        #expect(attribution.rule == rule)
        let words = document.text(of: attribution.sourceTokens)
        let expected = sentence.text(of: "source")
        #expect(words == expected || words + "," == expected)
        for (index, token) in document.tokens.enumerated() where scope.contains(token.range.lowerBound) {
            #expect(found.attribution(governing: index)?.rule == rule, "\(document.text(token.range))")
        }
    }

    @Test(arguments: [
        ("Estonia's defense ministry said nothing moved.", "Estonian Defence Ministry"),
        ("The ministry of defence of Estonia said nothing moved.", "Estonian Defence Ministry"),
        ("Kyiv's air force said a jet was lost.", "Ukrainian Air Force"),
        ("The Houthi-run health ministry said two died.", "Houthi-run Health Ministry"),
        ("Gaza's health ministry said two died.", "Gaza Health Ministry"),
        ("Manila police said two died.", "Manila Police"),
        ("Oslo said two died.", "Norway"),
        ("The IDF said two died.", "Israel Defense Forces"),
        ("The UN refugee agency said two died.", "UN refugee agency"),
        ("Governor Ann Lee said two died. Later Lee added that a third died.", "Ann Lee"),
        ("The regional governor, Ann Lee, told reporters two died.", "Ann Lee"),
        ("Two hospital officials said two died.", "hospital officials"),
        ("A fisherman said two died.", "fisherman"),
        ("The Lakeside Elders Council said two died.", "Lakeside Elders Council"),
        ("Paul Mwangi of Unicef said two died.", "Paul Mwangi"),
        ("Anna Berg ran to the bridge. Two people died, she said.", "Anna Berg"),
        ("Oslo said all was calm. Unicef gave no reason. It said two died.", "UNICEF"),
        ("The Sudan Doctors Network came. Hamas came. Two died, according to the network.", "Sudan Doctors Network"),
    ])
    func `sources have canonical names`(text: String, name: String) {
        let document = Document(text, abbreviations: Lexicons.embedded.abbreviations)
        let found = SourceRecognizer().attributions(in: document)
        #expect(found.last?.source.name == name)
    }

    @Test(arguments: [
        ("The Swedish army said a jet was lost.", ClaimStatus.claimed, VerbClass.say),
        ("Residents said a jet was lost.", .reported, .say),
        ("The Swedish army denied that a jet was lost.", .denied, .deny),
        ("The Swedish army confirmed that a jet was lost.", .confirmed, .confirm),
        ("Hamas claimed that a jet was lost.", .claimed, .claim),
        ("President Ann Lee vowed that jets would strike.", .claimed, .vow),
        ("The army told people in Visby to leave.", .claimed, .order),
    ])
    func `status and class follow the verb and the source`(text: String, status: ClaimStatus, verb: VerbClass) throws {
        let document = Document(text, abbreviations: Lexicons.embedded.abbreviations)
        let attribution = try #require(SourceRecognizer().attributions(in: document).first)
        #expect(attribution.status == status)
        #expect(attribution.verbClass == verb)
    }

    @Test(arguments: [
        "The army did not say how many jets were lost.", "A report on the claims reached the town.",
        "The town was reported to be empty.", "They fired at the said houses.",
    ])
    func `words of saying without a speaker are no source`(text: String) {
        let document = Document(text, abbreviations: Lexicons.embedded.abbreviations)
        #expect(SourceRecognizer().attributions(in: document).isEmpty)
    }
}

/// A text with its marks taken out and kept: `⟦scope:Two died⟧`.
struct MarkedSentence {
    var text = ""
    var marks: [String: Range<Int>] = [:]

    init(_ marked: String) {
        var rest = Substring(marked)
        while let open = rest.firstIndex(of: "⟦") {
            text += rest[..<open]
            rest = rest[rest.index(after: open)...]
            guard let colon = rest.firstIndex(of: ":"), let close = rest.firstIndex(of: "⟧") else { break }
            let start = text.utf8.count
            text += rest[rest.index(after: colon)..<close]
            marks[String(rest[..<colon])] = start..<text.utf8.count
            rest = rest[rest.index(after: close)...]
        }
        text += rest
    }

    func text(of mark: String) -> String {
        marks[mark].map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } ?? ""
    }
}
