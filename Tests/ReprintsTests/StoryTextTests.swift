import Reprints
import Testing

@Suite struct StoryTextTests {
    /// Six sentences of one story.
    private static let story = """
        OCHAKIV, April 9 — Shells fell on the grain port before dawn on Wednesday and set a warehouse on fire, the town's \
        military administration said.

        Three dock workers were wounded, one of them seriously, when a second salvo hit the quay where they had taken \
        cover behind a crane.

        Firefighters needed five hours to put the fire out because the pumping station had lost its power in a raid the \
        week before.

        About 600 tonnes of barley were lost, the owner of the warehouse said. The insurance does not cover acts of war.

        Shelling has closed the harbour for 41 of the last 90 days, and two thirds of its crews have gone to work on the \
        Danube instead.

        The ferry to the spit has not run since the summer of the first year of the war.
        """

    private func overlap(_ one: String, _ other: String) -> Double {
        let overlap = StoryText(one).overlap(with: StoryText(other))
        #expect(overlap == StoryText(other).overlap(with: StoryText(one)))
        return overlap
    }

    @Test func `capitals, white space and typeset marks make no difference`() {
        let plain =
            "The town's mayor said: \"Two people - both women - were hurt, and we don't know of more\" as of "
            + "noon on that day. "
        let set =
            "THE TOWN’S MAYOR SAID:\n“Two people — both wo\u{AD}men — were hurt, and we\u{200B} don’t know of more” as\u{A0}of noon on that day."
        #expect(StoryText(plain).wordCount == 22)
        #expect(overlap(plain, set) == 1)
        #expect(StoryText(plain).fingerprints == StoryText(set).fingerprints)
    }

    @Test func `a text cut to its first paragraphs is wholly contained`() {
        let cut = Self.story.split(separator: "\n\n").prefix(2).joined(separator: "\n\n")
        #expect(overlap(Self.story, cut) == 1)
        #expect(StoryText(Self.story).printsSameStory(as: StoryText(cut)))
    }

    @Test func `a changed figure costs the runs across it, no more`() {
        let edited = Self.story.replacing("Three dock workers", with: "Five dock workers")
        #expect(overlap(Self.story, edited) > 0.9)
        #expect(overlap(Self.story, edited) < 1)
    }

    @Test func `another story of the same town is another`() {
        let other = """
            OCHAKIV, April 11 — The ferry to the spit will run again from May, the harbour master said on Friday, if the \
            channel is free of mines by then.

            Divers have raised four of them since the ice went. The town's military administration has asked for a second \
            team. Shelling has closed the harbour for 41 of the last 90 days.
            """
        #expect(overlap(Self.story, other) < 0.25)
        #expect(!StoryText(Self.story).printsSameStory(as: StoryText(other)))
    }

    @Test func `texts that are too short are not compared, even with themselves`() {
        let short = "Shells fell on the town before dawn, officials said."
        #expect(StoryText(short).fingerprints.isEmpty)
        #expect(overlap(short, short) == 0)
        #expect(overlap("", Self.story) == 0)
        let least = (1...20).map { "word\($0)" }
        #expect(overlap(least.joined(separator: " "), least.joined(separator: ", ")) == 1)
        #expect(StoryText(least.dropLast().joined(separator: " ")).fingerprints.isEmpty)
    }

    @Test func `a passage of 37 words in common gives a fingerprint in common, wherever it stands`() {
        func words(_ name: String, _ count: Int) -> String { (0..<count).map { "\(name)\($0)" }.joined(separator: " ") }
        for number in 0..<200 {
            let passage = words("passage\(number)x", 37)
            let one = StoryText("\(words("a", number)) \(passage) \(words("b", 100))")
            let other = StoryText("\(words("c", 200 - number)) \(passage) \(words("d", number))")
            #expect(!Set(one.fingerprints).isDisjoint(with: other.fingerprints), "\(number)")
        }
    }

    @Test func `of an endless text the beginning is compared`() {
        let text = StoryText(String(repeating: "The council met and spoke of the budget again. ", count: 100_000))
        #expect(text.wordCount == 20_000)
        #expect(text.fingerprints.count < 100)
    }

    @Test(arguments: ["", "\u{0}", "’", "—", "\u{FEFF}", "é", "日本語", "a\u{300}", "🙂", "\u{AD}\u{200B}"])
    func `odd text is no failure`(text: String) {
        #expect(StoryText(text).wordCount <= 1)
        let long = StoryText(String(repeating: text + " x ", count: 50))
        #expect(long.overlap(with: long) == 1)
        // Cut in the middle of a letter.
        for count in 0..<text.utf8.count {
            let bytes = Array(text.utf8.prefix(count))
            #expect(StoryText(String(decoding: bytes, as: UTF8.self)).wordCount <= 1)
        }
    }
}
