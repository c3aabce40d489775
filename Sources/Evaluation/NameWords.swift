// Compatibility decomposition is Foundation's alone.
import Foundation

/// The words by which two names are compared: without accents, case and the words that many names share.
enum NameWords {
    /// Words of places that do not tell one from another.
    static let genericPlace: Set<String> = [
        "oblast", "region", "province", "governorate", "state", "district", "raion", "city", "town", "village",
        "county",
        "area", "of", "the", "krai", "republic", "department", "prefecture", "municipality", "strip", "near",
        "territory",
        "camp", "township", "division", "al", "el", "ash", "as", "an", "ar", "ad", "at",
    ]

    /// Words of sources that do not tell one from another.
    static let genericSource: Set<String> = [
        "the", "of", "s", "for", "a", "an", "in", "on", "and", "said", "official", "officials", "spokesman",
        "spokesperson",
        "spokeswoman", "statement", "governor", "acting", "chief", "head", "mayor", "minister",
    ]

    /// The lower-case ASCII words of a name.
    static func words(_ text: String) -> [String] {
        let decomposed = text.decomposedStringWithCompatibilityMapping.utf8
        let ascii = String(decoding: decomposed.filter { $0 < 0x80 }, as: UTF8.self).lowercased()
        let unified = ascii.replacing("'s", with: " ").replacing("defense", with: "defence")
        return unified.utf8.split { !isWord($0) }.map { String(Substring($0)) }
    }

    /// The words that are not generic, or all when no other is left.
    static func core(_ text: String, without generic: Set<String>) -> [String] {
        let all = words(text)
        let core = all.filter { !generic.contains($0) }
        return core.isEmpty ? all : core
    }

    /// Whether two names say the same, however they are written together.
    static func areSame(_ first: String, _ second: String, without generic: Set<String>) -> Bool {
        let (first, second) = (core(first, without: generic), core(second, without: generic))
        return !first.isEmpty && !second.isEmpty && (first == second || first.joined() == second.joined())
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
