public import GradingCore

extension CertificateVerification {
    /// What is wrong, a sentence each, the first broken record first; one sentence for an intact file.
    public var findings: [BilingualText] {
        if isIntact {
            return [
                BilingualText(
                    th: "ไฟล์ครบถ้วน ไม่มีส่วนใดถูกแก้ไขหลังจากลงลายมือชื่อ",
                    en: "The file is intact: nothing in it was changed after it was sealed.")
            ]
        }
        return faults.map(\.text)
    }

    /// What an intact file does not prove, in sentences for people.
    public var notProved: [BilingualText] {
        var gaps: [BilingualText] = []
        if case .trusted(let moment, _) = timeStamp {
            let words = BilingualText(
                th: ReportDate.moment(moment, .thai), en: ReportDate.moment(moment, .english))
            gaps.append(
                BilingualText(
                    th:
                        "ประทับเวลารับรองว่าไฟล์นี้มีอยู่แล้วเมื่อ \(words.th) แต่ไม่ได้รับรองว่าบันทึกแต่ละรายการถูกเขียนตามเวลาที่ระบุไว้ เว้นแต่รายการที่มีประทับเวลาของตนเอง",
                    en:
                        "The time-stamp proves that this file existed on \(words.en). It does not prove that each record was "
                        + "written when it says so, except up to records with a time-stamp of their own."))
        } else if timeStamp != nil {
            gaps.append(
                BilingualText(
                    th: "มีประทับเวลา แต่เครื่องนี้ไม่รู้จักผู้ออก จึงยังไม่รับรองเวลา (ระบุไฟล์ใบรับรองของผู้ออกเพื่อตรวจต่อ)",
                    en:
                        "There is a time-stamp, but its authority is not trusted here: no time is proved. Name the authority's "
                        + "root certificate to check it."))
        } else {
            gaps.append(
                BilingualText(
                    th: "ไม่มีประทับเวลา (RFC 3161) จึงพิสูจน์ไม่ได้ว่าบันทึกถูกเขียนเมื่อใด เจ้าของกุญแจอาจเขียนบันทึกทั้งชุดขึ้นใหม่ภายหลังได้",
                    en:
                        "Without a time-stamp (RFC 3161) it is not proved when the records were written: the owner of the key "
                        + "could have written all of them anew later."))
        }
        let trusted = headStamps.filter { if case .trusted = $0.standing { true } else { false } }
        if let last = trusted.last, case .trusted(let moment, _) = last.standing {
            gaps.append(
                BilingualText(
                    th:
                        "บันทึกลำดับที่ \(last.position) และก่อนหน้านั้น มีอยู่แล้วตามนี้เมื่อ \(ReportDate.moment(moment, .thai)) หลังจากนั้นไม่มีการรับรองเวลาแยกต่างหาก",
                    en:
                        "Record \(last.position) and all before it existed as they are on \(ReportDate.moment(moment, .english)); "
                        + "later ones have no time-stamp of their own."))
        }
        if let set = certificate?.clockSetBacks, !set.isEmpty {
            gaps.append(
                BilingualText(
                    th: "นาฬิกาของเครื่องที่ตรวจถูกตั้งย้อนหลัง \(set.count) ครั้ง (ก่อนบันทึกลำดับที่ \(set[0])) เวลาช่วงนั้นจึงไม่แน่นอน",
                    en:
                        "The clock of the checking computer was set back \(set.count) times (first before record \(set[0])): times "
                        + "around it are uncertain."))
        }
        return gaps + [
            BilingualText(
                th: "ลายมือชื่อยืนยันเฉพาะว่าผู้ถือกุญแจเป็นผู้ลงชื่อ โปรดเทียบรหัสกุญแจ (fingerprint) กับที่ได้รับจากผู้ตรวจโดยตรง",
                en:
                    "The signature says only that the owner of the key sealed it. Compare the fingerprint with one that you got "
                    + "from the operator in another way."),
            BilingualText(
                th: "การตรวจทำจากเครือข่ายของผู้ตรวจ ในช่วงระหว่างการตรวจสองครั้งถือว่าสถานะคงเดิม",
                en: "Checks were made from the operator's network; between two checks the state is taken to last."),
        ]
    }
}

extension CertificateVerification.Fault {
    /// One sentence.
    public var text: BilingualText {
        switch self {
        case .unreadable(let cause):
            BilingualText(
                th: "อ่านไฟล์ไม่ได้ หรือไม่ใช่ใบรับรอง: \(cause)", en: "The file cannot be read as a certificate: \(cause).")
        case .recordChanged(let position, let at):
            BilingualText(
                th: "บันทึกลำดับที่ \(position) (\(ReportDate.moment(at, .thai))) ถูกแก้ไข",
                en: "Record \(position) (\(ReportDate.moment(at, .english))) was changed.")
        case .recordOutOfPlace(let position, let at):
            BilingualText(
                th: "บันทึกก่อนลำดับที่ \(position) (\(ReportDate.moment(at, .thai))) ถูกลบ เพิ่ม หรือสลับลำดับ",
                en:
                    "Before record \(position) (\(ReportDate.moment(at, .english))) a record was removed, added or exchanged."
            )
        case .figuresChanged:
            BilingualText(
                th: "ตัวเลขสรุปไม่ตรงกับบันทึกการตรวจ", en: "The figures do not follow from the records.")
        case .headChanged(let position):
            BilingualText(
                th: "ลายมือชื่อกำกับบันทึกลำดับที่ \(position) ไม่ตรงกับบันทึก",
                en: "The seal of record \(position) does not fit the record.")
        case .sealBroken:
            BilingualText(
                th: "ลายมือชื่อท้ายไฟล์ไม่ตรงกับเนื้อหา ไฟล์ถูกแก้ไขหลังจากลงลายมือชื่อ",
                en: "The seal at the end does not fit the content: the file was changed after it was sealed.")
        case .otherKey(let fingerprint):
            BilingualText(
                th: "ไฟล์ลงลายมือชื่อด้วยกุญแจอื่น (\(fingerprint))", en: "The file was sealed by another key (\(fingerprint))."
            )
        case .timeStampChanged:
            BilingualText(th: "ประทับเวลาไม่ใช่ของไฟล์นี้", en: "The time-stamp does not belong to this file.")
        }
    }
}
