import Glibc
import Testing
import ThaiText

@Suite("laws of personal data") struct PersonalDataPropertyTests {
    private static let rules = PersonalDataSupport.rules

    /// Digits in some usual spelling: kind of digits, signs and invisible characters by chance.
    private func spelled(_ number: String, _ random: inout TestRandom) -> String {
        let dash = ["", "-", "–", " - ", "\u{2011}"].randomElement(using: &random) ?? ""
        let invisible = ["", "", "\u{200B}", "\u{FEFF}", "\u{00AD}"].randomElement(using: &random) ?? ""
        var text = ""
        for (place, digit) in number.enumerated() {
            if [1, 5, 10, 12].contains(place) { text += dash }
            text += Bool.random(using: &random) ? ThaiDigits.thai(String(digit)) : String(digit)
            if place < number.count - 1 { text += invisible }
        }
        return text
    }

    private func words(_ random: inout TestRandom) -> String {
        random.text(of: ["การ", "ประชุม", " ", "กำนั", "น้ำ", "ที่ ", "ใจดี", "นาย", " ปี ", "แผน"], length: 0...8)
    }

    @Test("a citizen's number in any spelling inside Thai text is found and hidden")
    func everySpelling() {
        var random = TestRandom(seed: 1)
        for _ in 0..<1_500 {
            let twelve =
                [Int.random(in: 1...8, using: &random)] + (0..<11).map { _ in Int.random(in: 0...9, using: &random) }
            let number = PersonalDataSupport.citizenNumber(twelve)
            let text = words(&random) + " " + spelled(number, &random) + " " + words(&random)
            let found = personalData(in: NormalisedText(text), rules: Self.rules)
            #expect(found.map(\.key) == [number])
            let masked = PersonalDataMask(found).masked(text)
            let digits = ThaiDigits.arabic(masked).unicodeScalars.filter { (48...57).contains($0.value) }
            #expect(String(String.UnicodeScalarView(digits)) == String(number.prefix(5)))
        }
    }

    @Test("thirteen digits with a wrong check digit are never found and never hidden")
    func wrongCheckDigit() {
        var random = TestRandom(seed: 2)
        for _ in 0..<1_500 {
            let twelve = (0..<12).map { _ in Int.random(in: 0...9, using: &random) }
            let right = PersonalDataSupport.citizenNumber(twelve)
            let last = ((right.last?.wholeNumberValue ?? 0) + Int.random(in: 1...9, using: &random)) % 10
            let text = words(&random) + " " + spelled(right.dropLast() + String(last), &random) + " " + words(&random)
            #expect(personalData(in: NormalisedText(text), rules: Self.rules).isEmpty)
            #expect(PersonalDataMask([]).masked(text) == text)
        }
    }

    /// Pieces that meet in the least convenient ways.
    private static let pieces = [
        "1", "2", "0", "9", "12", "345", "080", "1234567890121", "1-2345-67890-12-1", "0800001234", "080-000-1234",
        "99/1", "หมู่ที่", " 4",
        "-", " ", "/", ".", "x", "xx", "…", "(", ")", "_", "\u{200B}", "\u{0301}", "\u{202E}", "่", "ำ", "๑", "๘๐",
        "บ้านเลขที่", "ผู้ร้อง ", "นายสมหมาย สมมุติ",
        "א", "٣", "👩\u{200D}👧", "ｘ", "１", "\n", "|", "เลขที่บัญชี ", "\u{FE0F}\u{20E3}",
    ]

    @Test("hiding twice is hiding once, and changes digits to x and nothing else")
    func idempotent() {
        var random = TestRandom(seed: 3)
        for _ in 0..<6_000 {
            let text = random.text(of: Self.pieces, length: 0...24)
            let mask = PersonalDataMask(personalData(in: NormalisedText(text), rules: Self.rules))
            let once = mask.masked(text)
            #expect(mask.masked(once) == once, "\(text.debugDescription) gave \(once.debugDescription)")
            #expect(PersonalDataMask([]).masked(once) == once, "\(text.debugDescription)")
            let before = Array(text.unicodeScalars)
            let after = Array(once.unicodeScalars)
            #expect(before.count == after.count && text.count == once.count)
            for (old, new) in zip(before, after) where old != new {
                #expect(new == "x" && old.properties.numericType == .decimal)
            }
        }
    }

    @Test("nothing that was found is found again in a hidden text")
    func nothingRemains() {
        var random = TestRandom(seed: 4)
        var texts = 0
        for _ in 0..<6_000 {
            let text = (0..<Int.random(in: 1...16, using: &random))
                .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined(separator: " , ")
            let found = personalData(in: NormalisedText(text), rules: Self.rules)
            guard !found.isEmpty else { continue }
            texts += 1
            let masked = PersonalDataMask(found).masked(text)
            #expect(
                personalData(in: NormalisedText(masked), rules: Self.rules).isEmpty,
                "\(text.debugDescription) gave \(masked.debugDescription)")
        }
        #expect(texts > 1_000)
    }

    /// Processor time of the calling thread, which other tests do not add to.
    private func processorTime(_ work: () -> Void) -> Duration {
        func now() -> Duration {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
        }
        let start = now()
        work()
        return now() - start
    }

    @Test(
        "a hostile text costs time in proportion to its length",
        arguments: [
            "1 ", "1-", "12 ", "1234567890121 ", "0800001234 ", "ผู้ร้อง นายสมหมาย สมมุติ 0800001234 ", "๑", "1\u{0301}",
            "บ้านเลขที่ 9/9 หมู่ 4 ", "เลขที่บัญชี 1234567890 ", "נ1 ", "นาย1", "1/", "1ผู้ร้อง ", "080-", "1234-5-67890 ",
        ])
    func linear(_ piece: String) { expectLinear(piece, bytes: 300_000) }

    @Test("a megabyte of digits costs time in proportion to its length")
    func megabyte() { expectLinear("1", bytes: 1_000_000) }

    /// Ten times the length may cost twenty times the time: quadratic work would cost a hundred times.
    private func expectLinear(_ piece: String, bytes: Int) {
        func cost(_ bytes: Int) -> Duration {
            let text = String(repeating: piece, count: bytes / piece.utf8.count)
            return processorTime {
                let found = personalData(in: NormalisedText(text), rules: Self.rules)
                let masked = PersonalDataMask(found.prefix(1_000)).masked(text)
                #expect(masked.utf8.count <= text.utf8.count)
            }
        }
        _ = cost(10_000)
        let small = cost(bytes / 10)
        let large = cost(bytes)
        #expect(large < small * 20 + .milliseconds(20), "\(bytes / 10) bytes: \(small), \(bytes) bytes: \(large)")
    }
}
