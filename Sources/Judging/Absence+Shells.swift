import Checklists
import Findings
import GradingCore
import ThaiText
import WebEvidence

/// Forms that nobody filled in, promises, documents that are no longer in force.
extension AbsenceReading {
    /// Lines of the content itself, without what the website prints around it.
    private func ownUnits(_ fit: FittingPage) -> [TextUnit] {
        fit.page.units.indices.filter { number in
            let unit = fit.page.units[number]
            return unit.place != .link && unit.place != .fileName && unit.place != .title && fit.scope.holds(unit)
                && fit.page.isOwn(number)
        }.map { fit.page.units[$0] }
    }

    /// A table with a head and nothing but blank rows, and no text beside it that says anything.
    func blankForm(_ fit: FittingPage) -> Absence? {
        guard !isRead else { return nil }
        let tables = fit.page.tables.filter { entry in
            fit.scope.holds(path: entry.table.headingPath) && !fit.page.siteLines.counters.contains(entry.number)
        }
        let readings = tables.map { (table: $0.table, reading: TableReading($0.table)) }
        let blank = readings.first { entry in
            let heads = entry.reading.head.count { !TableReading.isBlank($0) }
            let rows = entry.table.head.isEmpty ? entry.table.rows.count - 1 : entry.table.rows.count
            // A marked head without any row is a form as well.
            return heads >= AbsenceReading.leastHeads && (rows > 0 || !entry.table.head.isEmpty)
        }
        let running = ownUnits(fit).filter { $0.place == .body && $0.table == nil }
        guard let blank, readings.allSatisfy({ $0.reading.filledRows.isEmpty }),
            bytes(running) < AbsenceReading.fewWords
        else { return nil }
        let head = blank.reading.head.filter { !TableReading.isBlank($0) }.joined(separator: " | ")
        return Absence(
            code: .emptyShell, message: JudgementTexts.blankForm(ElementMatching.cut(head)), isSure: true)
    }

    /// Columns of a form, and bytes of text beside it that tell nothing: some hundred and thirty Thai letters.
    private static let leastHeads = 2
    private static let fewWords = 400

    /// "Will be published", and nothing that was.
    func promised(_ fit: FittingPage) -> Absence? {
        let own = ownUnits(fit).filter { $0.place == .body }
        guard !isRead, fit.page.substance(in: fit.scope, index: judging.index).filledRows < 2,
            bytes(own) < AbsenceReading.fewWords * 2, !hasDocument(fit),
            let line = own.first(where: { signs.holds(.promised, in: $0.text) })
        else { return nil }
        return Absence(code: .emptyShell, message: JudgementTexts.promised(quote(line)), isSure: true)
    }

    /// Next to no words of its own under the title, and nothing else in which the content could stand.
    func meagre(_ fit: FittingPage) -> Absence? {
        let substance = fit.page.substance(in: fit.scope, index: judging.index)
        let own = ownUnits(fit).filter { $0.place == .body && $0.dates.isEmpty }
        let unseen = UnseenContent(fit, index: judging.index)
        guard !unseen.isThere, !unseen.isOutside, !survey.fitting.contains(where: { hasDocument($0) }),
            survey.fitting.count == 1, !isFound,
            bytes(own) < AbsenceReading.meagreWords, substance.filledRows < 2, substance.imageCount == 0,
            substance.embedCount == 0, substance.formCount == 0, !substance.saysUnseen,
            let line = own.first(where: isWish)
        else { return nil }
        return Absence(code: .emptyShell, message: JudgementTexts.emptyShell(quote(line)), isSure: true)
    }

    /// A sentence with the words of the topic that does not only repeat its name.
    private func isWish(_ line: TextUnit) -> Bool {
        let (topic, index) = (judging.topicNumber, judging.index)
        return line.text.bytes.count >= AbsenceReading.leastSentence && !line.names(topic, index: index)
            && line.hits.contains { hit in index.uses[hit.phrase].contains { $0.kind == .signal && $0.topic == topic } }
    }

    private static let leastSentence = 60

    /// Bytes of a sentence or two: some hundred Thai letters.
    private static let meagreWords = 300

    /// A link of the content to a file.
    private func hasDocument(_ fit: FittingPage) -> Bool {
        let files = [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".jpg", ".png", ".zip"]
        return fit.page.links.contains { link in
            let name = link.address?.fileName.lowercased() ?? ""
            return link.region == .main && files.contains { name.hasSuffix($0) }
        }
    }

    /// A form whose lines are dots to be filled in. For what has no time the blank form may itself be published.
    func dottedForm(_ fit: FittingPage) -> Absence? {
        guard !judging.item.currency.codes.allSatisfy(\.asksForNoDate) else { return nil }
        let lines = ownUnits(fit).filter { $0.place == .body && $0.table == nil }
        let dotted = lines.filter { AbsenceReading.hasBlank($0.text.bytes) }
        guard let first = dotted.first, dotted.count >= AbsenceReading.leastBlanks,
            bytes(dotted) * 2 >= bytes(lines),
            fit.page.substance(in: fit.scope, index: judging.index).filledRows < 2
        else { return nil }
        return Absence(code: .emptyShell, message: JudgementTexts.dottedForm(quote(first)), isSure: true)
    }

    private static let leastBlanks = 4

    /// A run of dots that is filled in nowhere and does not lead to a number.
    private static func hasBlank(_ bytes: [UInt8]) -> Bool {
        var run = 0
        for (place, byte) in bytes.enumerated() {
            if byte == 0x2E || byte == 0x5F {
                run += 1
            } else if run > 0 {
                if run >= leastDots, !(0x30...0x39).contains(byte) { return true }
                run = 0
            }
            if place == bytes.count - 1, run >= leastDots { return true }
        }
        return false
    }

    private static let leastDots = 6

    /// Dots where name and signature belong, and no other signature on the page.
    func blankSignature(_ fit: FittingPage) -> Absence? {
        guard judging.item.currency.codes.contains(.signedByCurrentHead) || judging.owesSignature else { return nil }
        let own = ownUnits(fit)
        guard let line = own.indices.first(where: { AbsenceReading.isDotted(own[$0].text) }) else { return nil }
        let isNamed = own.indices.contains { number in
            let near = own[number..<min(number + 3, own.count)]
            return !ThaiText.ranges(of: .signature, in: own[number].text).isEmpty
                && near.contains { !ThaiText.ranges(of: .person, in: $0.text).isEmpty }
        }
        if isNamed {
            // A printed name under the dots stands where a picture of the signature is; not where the day is dots too.
            guard let day = own.first(where: AbsenceReading.isDottedDay) else { return nil }
            return Absence(code: .unsigned, message: JudgementTexts.blankSignature(quote(day)), isSure: false)
        }
        return Absence(code: .unsigned, message: JudgementTexts.blankSignature(quote(own[line])), isSure: true)
    }

    /// "On the ..... of ....."
    private static func isDottedDay(_ unit: TextUnit) -> Bool {
        let bytes = unit.text.bytes
        let word: [UInt8] = Array("วันที่".utf8)
        guard bytes.count <= 300, let day = bytes.range(ofSubsequence: word) else { return false }
        return bytes[day.upperBound...].starts(with: [0x2E, 0x2E, 0x2E, 0x2E, 0x2E])
    }

    /// A signature whose line holds only dots, or a bracket with nothing but dots for the name.
    private static func isDotted(_ text: NormalisedText) -> Bool {
        guard text.bytes.count <= 300, text.bytes.contains(subsequence: [0x2E, 0x2E, 0x2E, 0x2E, 0x2E]) else {
            return false
        }
        let letters = text.bytes.count { $0 != 0x2E && $0 != 0x5F }
        let isBracket = text.bytes.first == 0x28 && letters <= 2
        return isBracket || !ThaiText.ranges(of: .signature, in: text).isEmpty && letters <= 60
    }

    /// "This notice was repealed": what it says of itself outranks what it orders.
    func repealed(_ fit: FittingPage) -> Absence? {
        sign(.repealed, on: fit).map {
            Absence(code: .outdated, message: JudgementTexts.repealed($0), isSure: true)
        }
    }

    /// "Signed" with a name, without title or post: whoever it is, somebody signed.
    func signerWithoutPost() -> Absence? {
        let lines = survey.fitting.flatMap(ownUnits)
        for (number, line) in lines.enumerated() {
            guard let sign = signs.place(.signed, in: line.text) else { continue }
            let rest = line.text.bytes[sign.range.upperBound...]
            let near = lines[number..<min(number + 3, lines.count)]
            guard rest.count >= AbsenceReading.leastName, rest.count <= AbsenceReading.mostName,
                !rest.contains(0x2E), !rest.contains(0x5F), !near.contains(where: { signs.holds(.post, in: $0.text) })
            else { continue }
            return Absence(
                code: .lowConfidence, message: JudgementTexts.unknownSigner(quote(line)), isSure: false)
        }
        return nil
    }

    /// Bytes of first name and surname: four to forty Thai letters.
    private static let leastName = 12
    private static let mostName = 120

    /// A name under a declaration, and nowhere the post of who bears it: the head or somebody else?
    func unknownSigner(_ fit: FittingPage) -> Absence? {
        guard judging.item.currency.codes.contains(.signedByCurrentHead) else { return nil }
        let own = ownUnits(fit)
        guard !own.contains(where: { signs.holds(.post, in: $0.text) }),
            let name = own.last(where: { !ThaiText.ranges(of: .person, in: $0.text).isEmpty })
        else { return nil }
        return Absence(code: .lowConfidence, message: JudgementTexts.unknownSigner(quote(name)), isSure: false)
    }
}

extension JudgementTexts {
    static func blankForm(_ head: String) -> BilingualText {
        BilingualText(
            th: "ตารางมีเพียงหัวตาราง ยังไม่ได้กรอกข้อมูล (“\(head)”)",
            en: "The table has a head and nothing filled in below it (“\(head)”).")
    }

    static func dottedForm(_ quote: String) -> BilingualText {
        BilingualText(
            th: "เอกสารยังเป็นแบบฟอร์มเปล่าที่เว้นจุดไว้ให้กรอก (“\(quote)”)",
            en: "It is a blank form with dots to be filled in (“\(quote)”).")
    }

    static func promised(_ quote: String) -> BilingualText {
        BilingualText(
            th: "หน้านี้แจ้งเพียงว่ายังจัดทำไม่เสร็จหรือจะเผยแพร่ภายหลัง ยังไม่มีเนื้อหา (“\(quote)”)",
            en: "The page only says that the content will come later (“\(quote)”).")
    }

    static func blankSignature(_ quote: String) -> BilingualText {
        BilingualText(
            th: "เอกสารยังเป็นแบบฟอร์มที่เว้นจุดไว้ ยังไม่ได้ลงชื่อและลงนาม (“\(quote)”)",
            en: "Dots stand where name and signature belong: nobody has signed (“\(quote)”).")
    }

    static func repealed(_ quote: String) -> BilingualText {
        BilingualText(
            th: "เอกสารระบุเองว่าถูกยกเลิกหรือไม่มีผลใช้บังคับแล้ว (“\(quote)”)",
            en: "The document itself says that it is no longer in force (“\(quote)”).")
    }

    static func otherHead(_ quote: String) -> BilingualText {
        BilingualText(
            th: "เว็บไซต์ระบุผู้บริหารสูงสุดเป็นคนอื่น (“\(quote)”) ไม่ใช่ผู้ที่ลงนาม ควรให้คนตรวจดูว่าใครดำรงตำแหน่งอยู่",
            en:
                "The website names another head (“\(quote)”) than the one who signed; a person should look who holds the post."
        )
    }

    static func unknownSigner(_ quote: String) -> BilingualText {
        BilingualText(
            th: "มีชื่อผู้ลงนาม แต่ไม่ระบุตำแหน่ง (“\(quote)”) จึงบอกไม่ได้ว่าเป็นผู้บริหารสูงสุดหรือไม่ ควรให้คนตรวจดู",
            en:
                "A name stands under it, but no post (“\(quote)”): whether the head signed cannot be told; a person should look."
        )
    }
}
