import Checklists
import TestSupport
import Testing

@Suite struct SynonymTests {
    @Test("a name is also known with one or two words replaced, never as itself")
    func spellings() throws {
        let library = try Repository.checklists()
        let name = "แผนการบริหารทรัพยากรบุคคล"
        #expect(library.otherSpellings(of: name).contains("แผนการบริหารบุคลากร"))
        #expect(!library.otherSpellings(of: name).contains(name))
        let two = library.otherSpellings(of: "แนวทางการจัดการเรื่องร้องเรียนการทุจริต")
        #expect(two.contains("แนวทางจัดการข้อร้องเรียนการทุจริต"))
        #expect(two.count <= 40 && Set(two).count == two.count)
        #expect(library.otherSpellings(of: "โครงสร้าง").isEmpty)
    }

    @Test("synonyms are checked like every other file")
    func problems() {
        #expect(throws: ChecklistProblems.self) {
            try ChecklistLibrary(files: ["synonyms.json": Array(#"{"why": "x", "groups": [["one"]]}"#.utf8)])
        }
    }
}
