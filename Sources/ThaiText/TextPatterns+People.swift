/// Names of persons and signature blocks.
extension PatternReader {
    /// Longer titles first, so that นางสาว is not read as นาง.
    private static let titles: [[UInt8]] = [
        "ว่าที่ร้อยตรีหญิง", "ว่าที่ร้อยตรี", "ว่าที่ร้อยโท", "ว่าที่ร้อยเอก", "ว่าที่พันตรี", "ว่าที่ ร.ต.หญิง", "ว่าที่ ร.ต.", "ว่าที่ ร.ท.",
        "ว่าที่ ร.อ.", "นางสาว",
        "นาย", "นาง", "น.ส.", "นส.", "ด.ช.", "ด.ญ.", "ดร.", "ผศ.ดร.", "รศ.ดร.", "ศ.ดร.", "ผศ.", "รศ.", "นพ.", "พญ.",
        "ทพ.", "พล.ต.อ.",
        "พล.ต.ท.", "พล.ต.ต.", "พล.อ.", "พล.ท.", "พล.ต.", "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.", "ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต.",
        "ด.ต.", "จ.ส.ต.",
        "ส.ต.อ.", "ส.ต.ท.", "พ.อ.อ.", "พ.อ.", "พ.ท.", "พ.ต.", "ร.อ.", "ร.ท.", "ร.ต.", "จ.ส.อ.", "จ.ส.ท.", "ส.อ.",
        "จ.อ.", "พ.จ.อ.",
        "พันจ่าเอก", "พันจ่าอากาศเอก", "จ่าสิบเอก", "จ่าเอก", "สิบเอก", "สิบตรี", "สิบโท", "ร้อยตรี", "ร้อยโท", "ร้อยเอก", "พันตรี",
        "พันโท", "พันเอก",
        "ร้อยตำรวจเอก", "ร้อยตำรวจโท", "ร้อยตำรวจตรี", "พันตำรวจเอก", "พันตำรวจโท", "พันตำรวจตรี", "ดาบตำรวจ", "พระครู", "พระมหา",
        "หม่อมหลวง",
        "ม.ล.", "mr.", "mrs.", "miss", "ms.", "dr.",
    ].map(NormalisedText.key)
    private static let titleAutomaton = PhraseAutomaton(keys: titles)
    /// What makes another word of a title: นายก, นายอำเภอ, นางสาวไทย.
    private static let notNames = keys(
        "กองค์", "กเทศ", "กอบต", "กอบจ", "กรัฐ", "กเมือง", "กสภา", "กสมาคม", "กเหล่า", "กฯ", "กสโมสร", "กสมาคม", "กสมาคม",
        "อำเภอ",
        "อาเภอ", "ช่าง", "ทะเบียน", "จ้าง", "แพทย์", "ตรวจ", "หน้า", "ประกัน", "ทหาร", "ตำรวจ", "เรือ", "หมวด", "สถานี", "ด่าน",
        "คลัง", "เวร", "ทุน",
        "สาวไทย", "พยาบาล", "ฟ้า", "งาน")
    /// How a word begins that follows a first name without being a surname.
    private static let notSurnames = keys(
        "ได้", "เป็น", "และ", "พร้อม", "ตำแหน่ง", "นายก", "ปลัด", "ผู้", "ซึ่ง", "กับ", "รองนายก", "รองปลัด", "หัวหน้า", "ประธาน",
        "สมาชิก", "เลขานุการ",
        "โทร", "นาย", "นาง")
    private static let positions = keys(
        "นายก", "รองนายก", "ปลัด", "รองปลัด", "ผู้อำนวยการ", "ผอ.", "ผู้ว่า", "อธิบดี", "ประธาน", "หัวหน้า", "เลขาธิการ", "เลขานุการ",
        "นายอำเภอ",
        "อธิการบดี", "คณบดี", "กำนัน", "ผู้ใหญ่บ้าน", "ผู้กำกับ", "รัฐมนตรี", "ผู้บังคับ", "ผู้จัดการ", "นัก", "เจ้าพนักงาน", "รักษาราชการ",
        "ปฏิบัติหน้าที่",
        "ตำแหน่ง", "กรรมการ", "สมาชิก")
    private static let closings = keys("ประกาศณวันที่", "สั่งณวันที่", "ให้ไว้ณวันที่", "ประกาศมาณวันที่")
    private static let signedWords = keys("ลงชื่อ", "(ลงนาม)", "ลงนามโดย", "ผู้ลงนาม")
    private static let signedAutomaton = PhraseAutomaton(keys: signedWords + closings)
    private static let login = keys("เข้า", "ใช้งาน", "สมัคร", "ออก")
    private static let nameReach = 90
    private static let mostChoices = 6
    private static let blockReach = 420

    /// A title with first and last name, or with dots to fill in.
    func persons() -> [Range<Int>] {
        PatternReader.disjoint(
            PhraseAutomaton.longest(PatternReader.titleAutomaton.hits(in: text)).compactMap { person($0.range) })
    }

    private func person(_ title: Range<Int>) -> Range<Int>? {
        guard isTitlePlace(title.lowerBound) else { return nil }
        var start = title.upperBound
        if let blank = blank(at: start) { return title.lowerBound..<blank }
        // ดร.นายสมชาย and the like: the inner title is read by itself.
        if byte(start) == 0x2E { start += 1 }
        guard first(PatternReader.notNames, at: start) == nil else { return nil }
        let firstName = nameEnd(start)
        guard firstName - start >= 6 || (isLatinName(start) && firstName - start >= 2),
            text.spaceBefore(firstName), firstName < text.bytes.count
        else { return nil }
        guard first(PatternReader.notSurnames, at: firstName) == nil else { return nil }
        let surname = nameEnd(firstName)
        let isName = surname - firstName >= 6 || (isLatinName(firstName) && surname - firstName >= 2)
        return isName ? title.lowerBound..<surname : nil
    }

    /// Titles stand free or behind another Thai word with white space, bracket or number; คณะนายทหาร has none.
    private func isTitlePlace(_ start: Int) -> Bool {
        guard !text.spaceBefore(start) else { return true }
        let before = byte(start - 1)
        return before < 0x80 ? !Latin.isLetter(before) : false
    }

    private func isLatinName(_ start: Int) -> Bool { Latin.isLetter(byte(start)) }

    /// Dots or lines to be filled in, after any further titles to choose from.
    private func blank(at start: Int) -> Int? {
        var end = start
        for _ in 0..<PatternReader.mostChoices {
            guard byte(end) == 0x2F, let title = first(PatternReader.titles, at: end + 1) else { break }
            end += 1 + title.count
        }
        let dots = end
        while byte(end) == 0x2E || byte(end) == 0x5F { end += 1 }
        return end - dots >= 4 ? end : nil
    }

    /// The end of the letters of one script up to white space or a sign.
    private func nameEnd(_ start: Int) -> Int {
        var end = start
        let isLatin = isLatinName(start)
        while end < text.bytes.count, end - start < PatternReader.nameReach, end == start || !text.spaceBefore(end) {
            if isLatin ? !Latin.isLetter(byte(end)) : ThaiLetters.code(in: text.bytes, at: end) == nil { break }
            end += isLatin ? 1 : 3
        }
        return end
    }

    /// ลงชื่อ with a blank or a name; a name in brackets with a position; ประกาศ ณ วันที่ with a name in brackets.
    func signatures() -> [Range<Int>] {
        let names = persons()
        var found: [Range<Int>] = []
        var next = 0
        for hit in PatternReader.signedAutomaton.hits(in: text) {
            let start = hit.range.lowerBound
            let end = hit.range.upperBound
            guard first(PatternReader.login, at: end) == nil else { continue }
            let isClosing = hit.phrase >= PatternReader.signedWords.count
            while next < names.count, names[next].lowerBound < end { next += 1 }
            if next < names.count, names[next].lowerBound - end <= PatternReader.blockReach,
                !isClosing || isBracketed(names[next])
            {
                found.append(start..<names[next].upperBound)
            } else if !isClosing, dots(from: end) {
                found.append(start..<end)
            }
        }
        for name in names where isBracketed(name) && hasPosition(after: name.upperBound) {
            found.append((name.lowerBound - 1)..<min(name.upperBound + 1, text.bytes.count))
        }
        return PatternReader.disjoint(found)
    }

    private func isBracketed(_ name: Range<Int>) -> Bool {
        byte(name.lowerBound - 1) == 0x28 && (byte(name.upperBound) == 0x29 || byte(name.upperBound) == 0x2E)
    }

    private func hasPosition(after end: Int) -> Bool {
        var index = end
        while byte(index) == 0x29 || byte(index) == 0x2E || byte(index) == 0x3A { index += 1 }
        return first(PatternReader.positions, at: index) != nil
    }

    private func dots(from end: Int) -> Bool {
        var index = end
        while byte(index) == 0x29 || byte(index) == 0x3A { index += 1 }
        return has([0x2E, 0x2E, 0x2E], at: index) || has([0x5F, 0x5F, 0x5F], at: index)
    }
}
