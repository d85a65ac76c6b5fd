import Testing

@testable import ThaiText

@Suite struct LongTextTests {
    /// Texts on both sides of the length from which places take four bytes.
    @Test("quotes and white space are found in texts of any length", arguments: [100, 32_700, 32_768, 32_800, 90_000])
    func places(_ length: Int) {
        let filling = String(repeating: "ab ", count: length / 3)
        let text = NormalisedText(filling + "แผน ดำเนินงาน ปี ๒๕๖๖")
        let key = NormalisedText.key("แผนดำเนินงาน")
        let start = text.bytes.count - NormalisedText.key("แผนดำเนินงานปี2566").count
        #expect(Array(text.bytes[start..<(start + key.count)]) == key)
        #expect(text.words(start..<(start + key.count)) == "แผน ดำเนินงาน")
        #expect(text.spaceBefore(start))
        #expect(text.spaceBefore(start + 9))
        #expect(!text.spaceBefore(start + 3))
        #expect(text.words((text.bytes.count - 4)..<text.bytes.count) == "๒๕๖๖")
    }

    @Test(
        "a phrase that was asked about before is answered the same",
        arguments: [("แผนก", false), ("แผนงาน", true), ("สภาพ", false)])
    func asked(_ word: String, _ isFound: Bool) {
        let phrase = String(word.unicodeScalars.prefix(3))
        let automaton = PhraseAutomaton(phrases: [phrase], wholeWords: true)
        for _ in 0..<3 { #expect(automaton.hits(in: NormalisedText(word)).isEmpty != isFound) }
    }

    @Test("letters of a phrase occur even inside a longer word")
    func occurring() {
        let automaton = PhraseAutomaton(phrases: ["ita", "แผน"], wholeWords: true)
        #expect(automaton.occurs(in: NormalisedText.key("capital")))
        #expect(automaton.occurs(in: NormalisedText.key("กองแผนก")))
        #expect(!automaton.occurs(in: NormalisedText.key("กองคลัง it")))
        #expect(!PhraseAutomaton(phrases: []).occurs(in: NormalisedText.key("แผน")))
    }
}
