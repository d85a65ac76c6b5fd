import GradingCore

/// The sentences of problems that concern one row, cell or JSON value.
extension Message {
    static func unreadableItem(_ place: InputPlace, _ text: String) -> InputProblem {
        problem(
            .unreadableItem, place, th: "อ่านรหัสข้อไม่ได้: \(quoted(text))", en: "\(quoted(text)) is no item id.",
            fixTh: "เขียนรหัสข้อเป็นตัวอักษร o ตามด้วยหมายเลข หรือเขียนเฉพาะหมายเลข เช่น 12",
            fixEn: "Write the letter o and the number of the item, or only the number, for example 12.")
    }

    static func unknownItem(_ place: InputPlace, _ text: String, range: String) -> InputProblem {
        problem(
            .unknownItem, place, th: "ปีนี้ไม่มีข้อ \(quoted(text)) (มี \(range))",
            en: "The year has no item \(quoted(text)) (it has \(range)).",
            fixTh: "แก้รหัสข้อ ลบแถวนี้ หรือตรวจสอบว่าเลือกปีงบประมาณถูกต้อง",
            fixEn: "Correct the id, delete the row, or check that the fiscal year is the right one.")
    }

    static func missingItem(_ place: InputPlace) -> InputProblem {
        problem(
            .missingItem, place, th: "แถวนี้มีลิงก์แต่ไม่มีรหัสข้อ", en: "The row has an address but no item.",
            fixTh: "ใส่รหัสข้อในแถวนี้", fixEn: "Write the item id into the row.")
    }

    static func unreadableAnswer(_ place: InputPlace, _ text: String) -> InputProblem {
        problem(
            .unreadableAnswer, place, th: "อ่านคำตอบไม่ได้: \(quoted(text))", en: "\(quoted(text)) is no answer.",
            fixTh: "ตอบ “มี” หรือ “ไม่มี” หรือเว้นว่าง", fixEn: "Answer “มี” (yes) or “ไม่มี” (no), or leave the cell empty.")
    }

    static func conflictingAnswers(_ place: InputPlace, item: String, first: Int) -> InputProblem {
        problem(
            .conflictingAnswers, place, th: "ข้อ \(item) ตอบทั้ง “มี” และ “ไม่มี” (อีกคำตอบอยู่แถว \(first))",
            en: "Item \(item) is answered both yes and no (the other answer is in row \(first)).",
            fixTh: "เหลือไว้คำตอบเดียว", fixEn: "Keep one of the two answers.")
    }

    static func itemOnTwoSheets(_ place: InputPlace, item: String, other: String) -> InputProblem {
        problem(
            .itemOnTwoSheets, place, th: "ข้อ \(item) มีอยู่ในแผ่นงาน \(quoted(other)) ด้วย",
            en: "Item \(item) also stands on the sheet \(quoted(other)).",
            fixTh: "ลบหรือซ่อนแผ่นงานที่ไม่ใช่ของการประเมินนี้", fixEn: "Delete or hide the sheet that is not meant.")
    }

    static func duplicateURL(_ place: InputPlace, item: String, _ url: String) -> InputProblem {
        problem(
            .duplicateURL, place, th: "ข้อ \(item) มีลิงก์ซ้ำ: \(quoted(url))",
            en: "Item \(item) has the same address twice: \(quoted(url)).",
            fixTh: "ลบลิงก์ที่ซ้ำ", fixEn: "Delete the repetition.")
    }

    static func urlsWithNo(_ place: InputPlace, item: String) -> InputProblem {
        problem(
            .urlsWithNo, place, th: "ข้อ \(item) ตอบ “ไม่มี” แต่ใส่ลิงก์ไว้",
            en: "Item \(item) is answered no but has addresses.",
            fixTh: "เปลี่ยนคำตอบเป็น “มี” หรือลบลิงก์", fixEn: "Change the answer to yes, or delete the addresses.")
    }

    static func skippedRow(_ place: InputPlace, _ text: String) -> InputProblem {
        problem(
            .skippedRow, place, th: "ข้ามแถวหัวข้อ \(quoted(text))",
            en: "The row \(quoted(text)) was taken for a section title.",
            fixTh: "ถ้าเป็นแถวคำตอบ ให้ใส่รหัสข้อและลิงก์", fixEn: "If it is an answer, give it an item id and an address.")
    }

    static func textBesideURL(_ place: InputPlace, _ text: String) -> InputProblem {
        problem(
            .textBesideURL, place, th: "ข้อความในช่องลิงก์ไม่ถือเป็นลิงก์: \(quoted(text))",
            en: "Words beside the addresses were left aside: \(quoted(text)).",
            fixTh: "ย้ายข้อความไปไว้ในช่องคำอธิบาย", fixEn: "Move the words to the explanation.")
    }

    static func jsonSyntax(_ place: InputPlace, _ fault: JSONFault) -> InputProblem {
        problem(
            .jsonSyntax, place, th: "JSON ผิดรูปแบบ: \(fault.reason.th)",
            en: "The JSON text is broken: \(fault.reason.en).",
            fixTh: "แก้ไขตรงตำแหน่งนี้ แล้วตรวจด้วยโปรแกรมแก้ไข JSON", fixEn: "Mend the text at this place.")
    }

    static func jsonType(_ place: InputPlace, expected: JSONShape) -> InputProblem {
        problem(
            .jsonType, place, th: "ค่าผิดชนิด ต้องเป็น\(expected.name.th)", en: "The value must be \(expected.name.en).",
            fixTh: "แก้ค่านี้ให้เป็นชนิดที่ถูกต้อง", fixEn: "Replace the value.")
    }

    static func missingMember(_ place: InputPlace, _ name: String) -> InputProblem {
        problem(
            .missingMember, place, th: "ไม่มี “\(name)”", en: "The member “\(name)” is missing.",
            fixTh: "เพิ่ม “\(name)”", fixEn: "Add “\(name)”.")
    }

    static func unknownMember(_ place: InputPlace, _ name: String) -> InputProblem {
        problem(
            .unknownMember, place, th: "ไม่ได้ใช้ “\(name)”", en: "The member “\(name)” was not used.",
            fixTh: "ไม่ต้องแก้ไข ถ้าสะกดชื่อถูกต้อง", fixEn: "Nothing to do, unless the name is misspelt.")
    }

    static func badFiscalYear(_ place: InputPlace, _ text: String) -> InputProblem {
        problem(
            .badFiscalYear, place, th: "\(quoted(text)) ไม่ใช่ปีงบประมาณ", en: "\(quoted(text)) is no fiscal year.",
            fixTh: "ใช้ปี พ.ศ. เช่น 2566", fixEn: "Use the Buddhist-era year, for example 2566.")
    }

    static func unknownAgencyType(_ place: InputPlace, _ text: String) -> InputProblem {
        let known = AgencyType.allCases.map(\.rawValue).joined(separator: ", ")
        return problem(
            .unknownAgencyType, place, th: "ไม่รู้จักประเภทหน่วยงาน \(quoted(text))",
            en: "\(quoted(text)) is no agency type.",
            fixTh: "ใช้ค่าใดค่าหนึ่ง: \(known)", fixEn: "Use one of: \(known).")
    }

    static func badReplacement(_ place: InputPlace, _ text: String) -> InputProblem {
        problem(
            .badReplacement, place, th: "\(quoted(text)) ไม่ใช่ลิงก์ http หรือ https ที่สมบูรณ์",
            en: "\(quoted(text)) is no whole http or https address.",
            fixTh: "แก้ “replacement” ให้เป็นลิงก์ที่ขึ้นต้นด้วย https:// หรือ http://",
            fixEn: "Give an address that begins with https:// or http://.")
    }
}
