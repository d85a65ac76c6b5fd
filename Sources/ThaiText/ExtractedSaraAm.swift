extension ExtractedThai {
    /// Puts sara am back where a text layer lost it. Text processors draw its two halves as glyphs of their own and
    /// some tables of letters then call the second half sara aa (`สานักงาน`); others call every sara aa a sara am
    /// (`กำรบริหำร`). Words that are written in one way only get their own spelling; the rest stays as it is, also
    /// where both spellings are words (ค้า, ค้ำ).
    ///
    /// - Parameter page: mended UTF-8 of one page; the length stays the same.
    public static func withSaraAm(_ page: [UInt8]) -> [UInt8] {
        let places = saraPlaces(in: page.span)
        var result = page
        let am = places.filter { page[$0 + 2] & 0x3F == ThaiLetters.saraAm }
        // Far more than there ever are: about one for ten sara aa in running text.
        let isWholePage = am.count >= 4 && am.count * 3 > places.count
        let lines = isWholePage ? [] : linesOfKam(page.span, am)
        for place in am where isWholePage || lines.contains(where: { $0.contains(place) }) {
            result[place + 2] = 0x80 | ThaiLetters.saraAa & 0x3F
        }
        let text = result
        for place in places where text[place + 2] & 0x3F == ThaiLetters.saraAa {
            if SaraAmWords.ask(text.span, at: place) { result[place + 2] = 0x80 | ThaiLetters.saraAm & 0x3F }
        }
        return result
    }

    /// The lines in which การ, the most frequent word of official texts, is written กำร: one page may mix fonts. No word
    /// but กำราบ begins so.
    private static func linesOfKam(_ page: Span<UInt8>, _ am: [Int]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        for place in am {
            guard SaraAmWords.code(page, at: place - 3) == 0x01, SaraAmWords.code(page, at: place + 3) == 0x23,
                SaraAmWords.code(page, at: place + 6) != ThaiLetters.saraAa,
                lines.last.map({ !$0.contains(place) }) ?? true
            else { continue }
            var start = place
            var end = place
            while start > 0, page[start - 1] != 0x0A { start -= 1 }
            while end < page.count, page[end] != 0x0A { end += 1 }
            lines.append(start..<end)
        }
        return lines
    }

    /// Offsets of each sara aa and sara am.
    private static func saraPlaces(in page: Span<UInt8>) -> [Int] {
        var places: [Int] = []
        var index = 0
        while index + 2 < page.count {
            if page[index] == 0xE0 {
                if page[index + 1] == 0xB8, page[index + 2] & 0xFE == 0xB2 { places.append(index) }
                index += 3
            } else {
                index += 1
            }
        }
        return places
    }
}

/// The words whose sara am can be told without reading the sentence.
private enum SaraAmWords {
    /// One sara am of a word, with what stands around it in the word; codes, sara am as sara aa.
    struct Place {
        let before: [UInt8]
        let after: [UInt8]
        /// Letters of which none may stand before, and after, the word, as it is another one then.
        let notBefore: [UInt8]
        let notAfter: [UInt8]
    }

    /// True when the sara aa at `index` belongs to one of the words.
    static func ask(_ text: Span<UInt8>, at index: Int) -> Bool {
        guard var previous = code(text, at: index - 3) else { return false }
        if ThaiLetters.isTone(previous), let carrier = code(text, at: index - 6) { previous = carrier }
        return places[Int(previous)].contains { place in
            let start = index - 3 * place.before.count
            return stands(place.before, in: text, from: start) && stands(place.after, in: text, from: index + 3)
                && !isOne(of: place.notBefore, text, at: start - 3)
                && !isOne(of: place.notAfter, text, at: index + 3 * (1 + place.after.count))
        }
    }

    private static func isOne(of letters: [UInt8], _ text: Span<UInt8>, at index: Int) -> Bool {
        !letters.isEmpty && code(text, at: index).map(letters.contains) == true
    }

    private static func stands(_ codes: [UInt8], in text: Span<UInt8>, from start: Int) -> Bool {
        for (step, wanted) in codes.enumerated() where code(text, at: start + 3 * step) != wanted { return false }
        return true
    }

    /// The Thai letter at an offset, sara am as sara aa.
    @inline(__always)
    static func code(_ text: Span<UInt8>, at index: Int) -> UInt8? {
        guard index >= 0, index + 2 < text.count, text[index] == 0xE0, text[index + 1] & 0xFE == 0xB8 else {
            return nil
        }
        let code = (text[index + 1] & 1) << 6 | text[index + 2] & 0x3F
        return code == ThaiLetters.saraAm ? ThaiLetters.saraAa : code
    }

    /// The places by the consonant that carries the sara am.
    private static let places: [[Place]] = {
        var table = [[Place]](repeating: [], count: 128)
        for entry in words.split(whereSeparator: \.isWhitespace) {
            let head = entry.split(separator: "<")
            let tail = (head.last ?? entry).split(separator: ">")
            let codes = (tail.first ?? entry).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value - 0xE00) }
            let plain = codes.map { $0 == ThaiLetters.saraAm ? ThaiLetters.saraAa : $0 }
            let notBefore = head.count > 1 ? letters(head[0]) : []
            let notAfter = tail.count > 1 ? letters(tail[1]) : []
            for (index, code) in codes.enumerated() where code == ThaiLetters.saraAm && index > 0 {
                let before = Array(plain[..<index])
                guard let carrier = before.last(where: ThaiLetters.isConsonant) else { continue }
                table[Int(carrier)].append(
                    Place(
                        before: before, after: Array(plain[(index + 1)...]), notBefore: notBefore, notAfter: notAfter))
            }
        }
        return table
    }()

    private static func letters(_ text: Substring) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value - 0xE00) }
    }

    /// `ห<น้ำ` is the word น้ำ unless ห stands before it (หน้า), `ต่ำ>ง` the word ต่ำ unless ง follows (ต่าง),
    /// `ฒสวตม<นำผล` not the end of พัฒนา, ศาสนา, เสวนา, จินตนา, สัมมนา, and `า<คำขอ` not that of ราคา.
    /// Spellings of official Thai; with sara aa none of them, nor a part of two neighbouring words, is written.
    private static let words = """
        สำนัก สำคัญ สำหรับ สำเร็จ สำเนา สำรวจ เงินสำรอง สำรองจ่าย สำรองเงิน สำนวน สำนึก สำเนียง สำแดง สำมะโน
        สำเหนียก อำเภอ อำนวย อำนาจ อำพราง อำมาตย์ อำลา กำหนด กำกับ กำลัง กำจัด กำไร กำเนิด กำแพง กำนัล กำนัน
        กำชับ กำเริบ กำพร้า กำแพงเพชร กำมะ จำนวน ประจำ รา<จำเป็น จำหน่าย จำกัด จำแนก จำนำ จำนอง จำเลย จำนง
        จำลอง จำคุก จำพวก จดจำ จำเพาะ จำปี ดำเนิน ดำรง ราชดำริ ดำรัส ดำน้ำ ตำบล ตำแหน่ง ตำรวจ ตำหนิ ตำหนัก
        ต่ำ>งย จัดทำ กระทำ ทำงาน ทำการ เ<ทำให้ ทำเนียบ ทำลาย ทำหน้าที่ ทำความ ทำสัญญา ทำบุญ ทำแผน ทำราย ทำเล ทำนอง
        ทำนา ทำแล้ว ทำเว็บ ทำเป็น ทำผิด ทำทะเบียน ทำบัญชี ทำบันทึก ทำประชา ทำหนังสือ ทำกิจกรรม ทำข้อ ทำคู่มือ
        ทำคำ ทำฐาน ทำร่าง ทำสื่อ ทำแนว ทำแบบ ควรทำ>ง ลงมือทำ>ง ที่ทำ>ง ได้ทำ>ง า<คำสั่ง า<คำขอ า<คำร้อง า<คำถาม
        า<คำตอบ า<คำแนะนำ า<คำนวณ า<คำแถลง า<คำกล่าว า<คำวินิจฉัย า<คำอธิบาย า<คำรับรอง ถ้อยคำ า<คำนำ
        า<คำพิพากษา า<คำนึง า<คำปรึกษา า<คำชี้แจง า<คำมั่น า<คำเตือน า<คำสำคัญ า<คำแปล า<คำว่า า<คำจำกัด
        า<คำอุทธรณ์ า<คำให้การ า<คำค้น า<คำย่อ า<คำคัดค้าน า<คำฟ้อง า<คำเสนอ า<คำติชม า<คำประกาศ า<คำปฏิญาณ
        า<คำขวัญ ทองคำ ค้ำประกัน ค่ำคืน ยามค่ำ ยากำจัด ฒสวตม<นำเสนอ ผู้นำ แนะนำ ฒสวตม<นำมา ฒสวตม<นำไป
        ฒสวตม<นำเข้า ฒสวตม<นำส่ง ฒสวตม<นำร่อง ชี้นำ ฒสวตม<นำทาง ฒสวตม<นำพา การนำ>ย จะนำ>ย ฒสวตม<นำผล ฒสวตม<นำเงิน
        ฒสวตม<นำข้อ ฒสวตม<นำความ ฒสวตม<นำเรื่อง ชักนำ ฒสวตม<นำออก ฒสวตม<นำแผน ฒสวตม<นำระบบ ฒสวตม<นำหลัก
        ฒสวตม<นำเที่ยว ได้นำ>ย ให้นำ>ย บำนาญ บำเหน็จ บำรุง บำบัด บำเพ็ญ ะญิ<ชำระ ชำรุด ชำนาญ ชำแหละ ลำดับ ลำน้ำ
        ลำคลอง ลำเลียง ลำโพง ลำเนา ลำเอียง ลำพูน ลำปาง ลำไย ลำห้วย ลำราง ลำพัง ลำเค็ญ ลำบาก ห<น้ำ ซ้ำ>ย ย้ำว่า
        เน้นย้ำ เหลื่อมล้ำ ก้าวล้ำ ล่วงล้ำ ล้ำสมัย สม่ำเสมอ ธำรง รำคาญ รำลึก  พร่ำ ช้ำใจ ร่ำรวย ร่ำเรียน
        ร่ำไร ยำเกรง ลำลูกกา สำราญ สำโรง สำเภา สำอาง ดอกลำดวน หนองบัวลำภู
        """
}
