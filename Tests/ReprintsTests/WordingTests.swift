import Reprints
import Testing

@Suite struct WordingTests {
    static let sentence =
        "MYKOLAIV, April 9 (Southern Wire) — Eleven people were injured when drones struck, officials said."

    @Test(arguments: [
        "Eleven people were injured when drones struck, officials said.",
        "eleven people were injured when drones struck officials said",
        "MYKOLAIV, Ukraine - Eleven people were injured when drones struck, officials said.",
        "KYIV/MYKOLAIV (Harbour Post) -- Eleven people were\ninjured when drones struck, officials said. ",
        "МИКОЛАЇВ – Eleven people were injured when drones struck, officials said.",
    ])
    func `a sentence is the same with another dateline or none, and in other type`(other: String) {
        #expect(Wording.key(of: other) == Wording.key(of: Self.sentence))
    }

    @Test(arguments: [
        "Twelve people were injured when drones struck, officials said.",
        "Eleven people were injured when drones struck, officials said on Wednesday.",
        "Eleven people were injured when drones struck.",
        "MYKOLAIV, April 9: Eleven people were injured when drones struck, officials said.",
        "Mykolaiv — Eleven people were injured when drones struck, officials said.",
        "",
    ])
    func `another word or figure makes another sentence`(other: String) {
        #expect(Wording.key(of: other) != Wording.key(of: Self.sentence))
    }

    @Test func `a dash far into a sentence ends no dateline`() {
        let said =
            "NATO officials who spoke to reporters in Brussels and asked not to be named said they knew of nothing — "
        #expect(Wording.key(of: said + "no raid.") != Wording.key(of: "no raid."))
    }
}
