import DatelineCore
import Testing

@testable import Extraction

@Suite struct CapitalsTests {
    private static let message = """
        SANTA ANA, 3 JAN 90 (RADIO OF THE WEST) -- [TEXT] A BOMB EXPLODED TODAY IN FRONT
        OF A MARKET IN METAPAN AND WOUNDED FOUR STREET VENDORS, COLONEL RAMIRO
        QUESADA SAID.

           REBELS WHO HAD COME DOWN FROM THE HILLS ON MONDAY KILLED TWO SOLDIERS
        IN THE VILLAGE OF TEPECOTLAN
        VIEJO, IN MORAZAN DEPARTMENT.
        """

    @Test func `a message in capitals gives its events, days and places`() {
        #expect(
            EventSamples.lines(CapitalsTests.message, published: "1992-06-01").map { $0.drop { $0 != "|" } } == [
                "| 1990-01-03 D | Metapán | injured 4",
                "| 1990-01-01 D | TEPECOTLAN VIEJO | killed 2",
            ]
        )
    }

    @Test func `a name broken over two lines is written on one`() {
        let events = EventSamples.extract(CapitalsTests.message).events
        #expect(events.map(\.source?.name) == ["RAMIRO QUESADA", nil])
    }

    @Test(arguments: [
        ("WHO ATTACKED THE PATROL IS NOT KNOWN", "WHO", false),
        ("THE REPORT REACHED US FROM THE NORTH", "US", false),
        ("THEY LEFT FOR THE COAST IN MARCH", "MARCH", true),
        ("THE MEN BEGAN TO MARCH ON THE TOWN", "MARCH", false),
        ("TWO MEN WERE SEIZED IN SAN MIGUEL", "MIGUEL", true),
        ("TROOPS FROM COLOMBIA CROSSED THE RIVER", "COLOMBIA", true),
        ("THE UNION OF FARMERS DENIED IT", "UNION", false),
        ("MAJOR ELVIO BARRANDAS DENIED IT", "BARRANDAS", true),
        ("THE SOLDIERS FIRED AT A PASSING BUS", "FIRED", false),
        ("NEITHER OF THE AMBASSADORS SPOKE", "AMBASSADORS", false),
    ])
    func `names are told from common words where all are capitals`(text: String, word: String, isName: Bool) throws {
        let rest = ", AND THE MEN OF THE ARMY WENT BACK TO THE TOWN BEFORE THE NIGHT BEGAN IN THE HILLS."
        let document = EventSamples.read(text + rest).document
        let token = try #require(document.tokens.first { document.text($0.range) == word })
        #expect(token.isCapitalised == isName)
        #expect(!token.isAllCapitals)
    }

    @Test func `letters in brackets stay an abbreviation`() throws {
        let document = EventSamples.read(
            "THE FRONT OF THE FREE VALLEY (FLVK) SAID THAT IT HAD LEFT THE TOWN AND THAT NO ONE HAD BEEN HURT THERE."
        ).document
        let token = try #require(document.tokens.first { document.text($0.range) == "FLVK" })
        #expect(token.isAllCapitals)
    }

    @Test(arguments: [
        "SHELLS FALL ON SUMY\n\nTwo people died in Sumy on Saturday, the mayor said, and four were hurt there.",
        "The WHO said on Saturday that three nurses were killed in Khartoum.",
    ])
    func `capitals in mixed texts are left as they are`(text: String) {
        let document = Document(text, abbreviations: Lexicons.embedded.abbreviations)
        let read = EventSamples.read(text).document
        #expect(read.tokens.map(\.isCapitalised) == document.tokens.map(\.isCapitalised))
        #expect(read.tokens.map(\.isAllCapitals) == document.tokens.map(\.isAllCapitals))
    }

    @Test func `lines of a text in capitals end no sentence`() {
        let document = Document("A BOMB WENT OFF\nNEAR A BANK.\n\nNO ONE DIED.", abbreviations: [])
        #expect(document.sentences.count == 2)
    }
}
