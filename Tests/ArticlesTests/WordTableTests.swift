import Testing

@testable import Articles

/// The tables that the readers go by.
@Suite struct WordTableTests {
    @Test(arguments: [
        ("html-elements.tsv", ["element"]), ("page-hints.tsv", ["words", "meaning"]),
        ("boilerplate.tsv", ["words", "rule"]),
    ])
    func `a table is sorted, without doubles and in small letters`(name: String, key: [String]) {
        let keys = WordTable(name).rows.map { row in key.map { row[$0] }.joined(separator: "\t") }
        #expect(keys == Array(Set(keys)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(keys.allSatisfy { $0 == $0.lowercased() })
    }

    @Test func `every element has a role`() {
        for row in WordTable("html-elements.tsv").rows {
            #expect(HTMLElement.Role(rawValue: row["role"]) != nil, "\(row["element"])")
            #expect(HTMLElement(row["element"]) != .other, "\(row["element"])")
        }
    }

    @Test func `hints are one or two words with a known meaning`() {
        for row in WordTable("page-hints.tsv").rows {
            #expect((1...2).contains(row["words"].split(separator: " ").count), "\(row["words"])")
            #expect(["aside", "text", "stop", "role"].contains(row["meaning"]), "\(row["words"])")
        }
    }

    @Test func `phrases have a known rule, and fields a known place`() {
        for row in WordTable("boilerplate.tsv").rows {
            #expect(["whole", "opening", "label", "colon"].contains(row["rule"]), "\(row["words"])")
        }
        for row in WordTable("page-fields.tsv").rows {
            #expect(["data", "meta", "item", "time", "link", "page"].contains(row["in"]), "\(row["name"])")
        }
    }

    @Test func `words of names are read apart`() {
        #expect(PageHints(.class, Array("js-articleBody".utf8)[...]).isText)
        #expect(PageHints(.class, Array("x RELATEDPosts".utf8)[...]).isAside)
        #expect(PageHints(.class, Array("HTMLSidebar".utf8)[...]).isAside)
        #expect(!PageHints(.class, Array("layout has-sidebar".utf8)[...]).isAside)
    }
}
