import Articles
import DatelineCore
import Foundation
import TestSupport
import Testing

@Suite struct EncodingTests {
    private func body(_ bytes: [UInt8]) throws -> String? {
        try Reading("a.txt", bytes).articles.first?.body
    }

    private static let russian = "Над Белгородом сбили четыре беспилотника, сообщил губернатор."
    private static let ukrainian = "Уночі над Сумами збили три дрони, повідомили військові."
    private static let english = "“Three drones,” the governor’s office said – no more. Café façade, Zürich, señor."

    @Test(arguments: [
        (russian, String.Encoding.windowsCP1251), (ukrainian, .windowsCP1251), (english, .windowsCP1252),
        (russian, .utf16LittleEndian), (english, .utf16BigEndian), (ukrainian, .utf8), (russian, .utf16),
    ])
    func `a text is read in the encoding that its bytes show`(text: String, encoding: String.Encoding) throws {
        let bytes = try #require(text.data(using: encoding))
        #expect(try body(Array(bytes)) == text)
    }

    @Test(arguments: 0..<20)
    func `a letter beyond ASCII tells the encoding wherever it stands`(offset: Int) throws {
        let before = String(repeating: "a", count: offset)
        let after = String(repeating: "b", count: 20 - offset)
        #expect(try body(Array((before + "é" + after).utf8)) == before + "é" + after)
        #expect(try body(Array(before.utf8) + [0xE9] + Array(after.utf8)) == before + "é" + after)
    }

    @Test func `a few broken bytes do not make a text of UTF-8 another`() throws {
        #expect(
            try body(Array("Київ – Łódź".utf8) + [0xFF] + Array(" – Zürich".utf8)) == "Київ – Łódź\u{FFFD} – Zürich"
        )
    }

    @Test func `a text that is cut off inside a letter keeps the letters before`() throws {
        #expect(try body(Array("Kyiv – ".utf8.dropLast(2))) == "Kyiv \u{FFFD}")
    }

    @Test func `what no reader sees is taken out of words`() throws {
        #expect(
            try body(Array("\u{FEFF}in\u{AD}ter\u{200B}cep\u{2060}ted \u{202A}Odesa\u{202C}\u{8}".utf8))
                == "intercepted Odesa"
        )
        #expect(try body(Array("One.\u{2028}Two.\u{85}Three.\u{2029}".utf8)) == "One.\nTwo.\nThree.")
    }

    @Test func `letters are composed`() throws {
        let article = try Reading("a.txt", "Kramators\u{27}k, Cafe\u{301}, И\u{306}, \u{212B}").articles.first
        #expect(article?.body.unicodeScalars.elementsEqual("Kramators'k, Café, Й, Å".unicodeScalars) == true)
    }
}
