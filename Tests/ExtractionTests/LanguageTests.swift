import DatelineCore
import Testing

@testable import Extraction

/// Articles that are not in English, whose words would be taken for others.
@Suite struct LanguageTests {
    private func read(_ body: String) -> Extraction {
        Extractor().extract(Article(path: "a.txt", published: CivilDate(year: 2031, month: 5, day: 9), body: body))
    }

    @Test(arguments: [
        "Am Dienstag war die Brücke bei Sumy gesperrt. Die Feuerwehr und die Polizei sind mit einem Boot zu der Insel "
            + "gefahren, um nach den Leuten zu sehen, die dort noch waren.",
        "Le pont de Sumy est fermé depuis lundi. Les pompiers et la police ont attaque en bateau pour voir les gens qui "
            + "étaient dans une maison sur cette île.",
        "El puente de Sumy está cerrado desde el lunes. Los bomberos y la policía fueron con una lancha para ver a las "
            + "personas que se encontraban en la isla, según el alcalde.",
        "Most w Sumach jest zamknięty od poniedziałku. Straż oraz policja nie były jeszcze na wyspie, że tak powiem, po "
            + "tym jak przez miasto przeszła burza, która była bardzo silna.",
        "В понедельник мост в Сумах был закрыт. Two soldiers. Пожарные и полиция пришли на лодке, чтобы увидеть людей.",
    ])
    func `an article in another language has no events and says why`(body: String) {
        let extraction = read(body + " Killed: 2 in Kherson.")
        #expect(extraction.events.isEmpty)
        #expect(extraction.rejections.map(\.reason) == ["other-language"])
    }

    @Test(arguments: [
        "Shelling killed two people in Rio de Janeiro, Deir ez-Zor, La Paz and El Fasher.",
        "Kherson: two killed. El Fasher: three killed. Rio de la Plata: one killed. Cabo da Roca: one killed.",
        "Shelling killed two people in Kherson, the mayor said. He wrote on Monday: \"Die Brücke ist gesperrt und die "
            + "Feuerwehr ist mit einem Boot zu der Insel gefahren.\" The governor said that it was the third attack which "
            + "they have seen during this week, and that the town would not be left by its people until after the winter.",
    ])
    func `names and quotations do not make an article one of another language`(body: String) {
        let extraction = read(body)
        #expect(!extraction.events.isEmpty)
        #expect(!extraction.rejections.contains { $0.reason == "other-language" })
    }

    @Test func `no frequent word of another language is a common English one`() {
        let lexicons = Lexicons.embedded
        let words = EmbeddedText.files.first { $0.name == "languages.tsv" }?.text.split(separator: "\n") ?? []
        let rows = words.filter { !$0.hasPrefix("#") }.dropFirst().map { $0.split(separator: "\t") }
        let others = rows.filter { $0[1] != "en" }.flatMap { $0[0].split(separator: "|") }
        #expect(others.count > 300)
        #expect(others.filter { lexicons.commonWords.contains(Word(String($0))) } == [])
    }
}
