import Testing
import WebEvidence

@Suite struct ExactTextTests {
    @Test("two spellings of one letter are different texts")
    func spellings() {
        #expect("\u{E9}" == "e\u{301}")
        #expect(ExactText("\u{E9}") != ExactText("e\u{301}"))
        #expect(Set([ExactText("\u{E9}"), ExactText("e\u{301}"), ExactText("\u{E9}")]).count == 2)
    }

    @Test("equal bytes are one text, however the strings came about", arguments: ["", "ก", "แผนพัฒนาท้องถิ่น พ.ศ. 2566"])
    func equal(_ text: String) {
        let copy = String(decoding: Array(text.utf8), as: UTF8.self)
        let part = String(("x" + text + "x").dropFirst().dropLast())
        #expect(ExactText(text) == ExactText(copy))
        #expect(ExactText(text) == ExactText(part))
        #expect(ExactText(text).hashValue == ExactText(copy).hashValue)
        #expect(ExactText(text) != ExactText(text + "ก"))
        #expect(ExactText.areSame([text, "ข"], [copy, "ข"]))
    }
}
