/// What a column of a submission holds.
enum ColumnRole: Hashable {
    case item, answer, url, explanation
    /// A column of ticks under มี, and one under ไม่มี.
    case answerYes, answerNo
}

/// The words that head columns, as people write them. Folded as `Label.folded` does.
enum HeadWords {
    /// Heads of the item column, best first: where several columns could hold the ids, the earlier word wins.
    static let item: [String] = [
        "item", "itemid", "oitid", "รหัสoit", "รหัสข้อ", "ข้อoit", "oitข้อ", "oit", "รหัส", "ข้อ", "ข้อที่", "ข้อคำถาม", "เลขข้อ",
        "หมายเลขข้อ", "รหัสตัวชี้วัด", "ข้อมูลoit", "oitcode", "code", "id", "itemno", "itemno.", "question", "ตัวชี้วัด", "ตัวชี้วัดที่",
        "indicator", "ข้อตัวชี้วัด", "หัวข้อ", "ประเด็น", "ประเด็นการตรวจ", "ประเด็นการประเมิน", "รายการ", "ข้อรายการ",
        "รายการข้อมูล",
        "no", "no.", "number", "ลำดับข้อ", "ลำดับที่", "ลำดับ", "ที่", "#",
    ]
    static let answer: Set<String> = [
        "answer", "คำตอบ", "มี/ไม่มี", "ผลการตอบ", "การตอบ", "ตอบ", "มีหรือไม่มี", "มี-ไม่มี", "มีไม่มี", "has", "hasdata", "yes/no",
        "y/n",
        "การเปิดเผย", "ผลการเปิดเผย", "การมีข้อมูล",
    ]
    static let answerYes: Set<String> = ["มี", "yes"]
    static let answerNo: Set<String> = ["ไม่มี", "no"]
    static let url: Set<String> = [
        "url", "urls", "link", "links", "ลิงก์", "ลิงค์", "ลิ้งก์", "ลิ้งค์", "ลิงก", "ลิงค", "ลิ้ง", "ลิงก์ข้อมูล", "ที่อยู่", "ที่อยู่เว็บ",
        "ที่อยู่เว็บไซต์",
        "ที่อยู่เว็บเพจ", "เว็บไซต์", "เว็บไซท์", "เวปไซต์", "เว็บ", "เว็บเพจ", "website", "address", "webaddress", "href",
        "ยูอาร์แอล",
        "แหล่งข้อมูล", "ช่องทางการเข้าถึง", "ช่องทางเข้าถึง", "ที่อยู่url", "weblink", "hyperlink",
    ]
    static let explanation: Set<String> = [
        "explanation", "คำอธิบาย", "หมายเหตุ", "อธิบาย", "คำชี้แจง", "คำอธิบายเพิ่มเติม", "คำอธิบายการเข้าถึง", "note", "notes",
        "remark",
        "remarks", "comment", "comments", "description", "รายละเอียดเพิ่มเติม", "ข้อชี้แจง", "ชี้แจง",
    ]
    /// Parts that tell the role of a longer head; tried in this order.
    static let parts: [(part: String, role: ColumnRole)] = [
        ("คำอธิบาย", .explanation), ("หมายเหตุ", .explanation), ("คำชี้แจง", .explanation), ("explanation", .explanation),
        ("remark", .explanation), ("url", .url), ("ลิงก์", .url), ("ลิงค์", .url), ("ลิ้งก์", .url), ("ลิ้งค์", .url),
        ("link", .url),
        ("ที่อยู่เว็บ", .url), ("คำตอบ", .answer), ("มี/ไม่มี", .answer), ("answer", .answer),
    ]
    /// Longest folded head, in bytes, in which parts are looked for.
    static let maximumPartBytes = 150
}
