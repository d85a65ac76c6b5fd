import GradingCore

/// What a JSON value should have been, in words.
enum JSONShape {
    case submission, agency, answers, answer, item, truth, addresses, text, year, object, figure, suggestions,
        suggestion

    var name: BilingualText {
        switch self {
        case .submission: name("อ็อบเจกต์ที่มี “agency” และ “answers”", "an object with “agency” and “answers”")
        case .agency: name("อ็อบเจกต์ที่มี “name” และ “website”", "an object with “name” and “website”")
        case .answers: name("รายการคำตอบ", "a list of answers")
        case .answer: name("อ็อบเจกต์ที่มี “item” และ “urls”", "an object with “item” and “urls”")
        case .item: name("รหัสข้อในเครื่องหมายคำพูด", "an item id in quotes")
        case .truth: name(" true, false หรือ null", "true, false or null")
        case .addresses: name("รายการลิงก์ในเครื่องหมายคำพูด", "a list of addresses in quotes")
        case .text: name("ข้อความในเครื่องหมายคำพูด", "a text in quotes")
        case .year: name("ปี เช่น 2566", "a year such as 2566")
        case .suggestions: name("รายการข้อเสนอแก้ไข", "a list of proposals")
        case .suggestion: name("อ็อบเจกต์ที่มี “item” และ “replacement”", "an object with “item” and “replacement”")
        case .object: name("อ็อบเจกต์", "an object")
        case .figure: name("ตัวเลข ตัวเลขในเครื่องหมายคำพูด หรือ null", "a number, a number in quotes, or null")
        }
    }

    private func name(_ th: String, _ en: String) -> BilingualText { BilingualText(th: th, en: en) }
}
