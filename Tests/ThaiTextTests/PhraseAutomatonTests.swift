import Testing
import ThaiText

@Suite struct PhraseAutomatonTests {
    static func found(
        _ phrases: [String], in text: String, longest: Bool = false, wholeWords: Bool = false
    ) -> [String] {
        let shadow = NormalisedText(text)
        let automaton = PhraseAutomaton(phrases: phrases, wholeWords: wholeWords)
        let hits = longest ? automaton.longestHits(in: shadow) : automaton.hits(in: shadow)
        return hits.map { "\($0.phrase):\(shadow.words($0.range))" }
    }

    @Test(arguments: [
        (["แผน", "แผนพัฒนา"], "แผนพัฒนา", ["0:แผน", "1:แผนพัฒนา"]),
        (["พัฒนา", "แผนพัฒนา"], "แผนพัฒนา", ["1:แผนพัฒนา", "0:พัฒนา"]),
        (["งบประมาณ"], "ง บ ป ร ะ ม า ณ", ["0:ง บ ป ร ะ ม า ณ"]),
        (["๖ เดือน"], "รอบ 6 เดือน", ["0:6 เดือน"]),
        (["กฎหมาย"], "กฏหมายที่เกี่ยวข้อง", ["0:กฏหมาย"]),
        (["ita"], "capital", []),
        (["ita"], "open data ITA report", ["0:ITA"]),
        (["ita"], "การประเมินITAประจำปี", ["0:ITA"]),
        (["ita"], "ITA2566", ["0:ITA"]),
        (["No Gift Policy"], "NO GIFT  POLICY", ["0:NO GIFT POLICY"]),
        (["มาตรา 6"], "มาตรา 66", []),
        (["มาตรา 6"], "มาตรา ๖ วรรคสอง", ["0:มาตรา ๖"]),
        (["มาตรา 6"], "มาตรา 6 6", ["0:มาตรา 6"]),
        (["6 เดือน"], "16 เดือน", []),
        (["6 เดือน"], "1.6 เดือน", []),
        (["ผล"], "ผลิต", []),
        (["ผล"], "ผลการ", ["0:ผล"]),
        (["ก", "ก"], "ก", ["0:ก", "1:ก"]),
        (["", " ", "ก"], "ก", ["2:ก"]),
        (["กกก"], "กกกกก", ["0:กกก", "0:กกก", "0:กกก"]),
        ([], "ก", []),
        (["ก"], "", []),
    ])
    func findsEveryPhrase(_ phrases: [String], _ text: String, _ expected: [String]) {
        #expect(Self.found(phrases, in: text) == expected)
    }

    @Test(arguments: [
        (["แผน"], "แผนกช่าง", []),
        (["แผน"], "แผนงานและแผนกองคลัง", ["0:แผน", "0:แผน"]),
        (["แผน"], "แผน กองช่าง", ["0:แผน"]),
        (["สภา"], "สภาพแวดล้อม", []),
        (["สภา"], "การประชุมสภา", ["0:สภา"]),
        (["ราย"], "ทรายและกรวด", []),
        (["ราย"], "รายงาน", ["0:ราย"]),
        (["ข่าว"], "ข่าวสารของหน่วยงาน", ["0:ข่าว"]),
        (["งบ"], "งบประมาณ", ["0:งบ"]),
    ])
    func findsShortPhrasesInCompoundsButNotInLongerWords(
        _ phrases: [String], _ text: String, _ expected: [String]
    ) {
        #expect(Self.found(phrases, in: text, wholeWords: true) == expected)
    }

    @Test(arguments: [
        (["แผน", "แผนพัฒนา", "พัฒนา"], "แผนพัฒนา แผน", ["1:แผนพัฒนา", "0:แผน"]),
        (["กข", "ขค"], "กขค", ["0:กข", "1:ขค"]),
        (["กข", "กข", "ข"], "กข", ["0:กข", "1:กข"]),
    ])
    func dropsWhatLiesInsideALongerHit(_ phrases: [String], _ text: String, _ expected: [String]) {
        #expect(Self.found(phrases, in: text, longest: true) == expected)
    }

    @Test func agreesWithNaiveSearch() {
        var random = TestRandom(seed: 7)
        let letters = ["ก", "ข", "ค", "า"]
        for _ in 0..<300 {
            let phrases = (0..<6).map { _ in random.text(of: letters, length: 1...4) }
            let text = random.text(of: letters, length: 0...40)
            let bytes = NormalisedText(text).bytes
            var expected: Set<PhraseHit> = []
            for (index, phrase) in phrases.enumerated() {
                let key = NormalisedText.key(phrase)
                guard key.count <= bytes.count else { continue }
                for start in 0...(bytes.count - key.count) where bytes[start..<(start + key.count)].elementsEqual(key) {
                    expected.insert(PhraseHit(phrase: index, range: start..<(start + key.count)))
                }
            }
            let hits = PhraseAutomaton(phrases: phrases).hits(in: NormalisedText(text))
            #expect(hits.count == expected.count)
            #expect(Set(hits) == expected)
            #expect(Set(PhraseAutomaton(phrases: phrases).hits(in: bytes)) == expected)
            #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.upperBound })
        }
    }
}
