public import GradingCore
import Proofs

extension DossierVerification {
    /// One sentence for the whole, then one for every fault; names inside are text of somebody else.
    public var findings: [BilingualText] {
        guard !isIntact else {
            return [
                BilingualText(
                    th: "ไฟล์ครบถ้วน ไม่มีการเปลี่ยนแปลงแม้แต่ไบต์เดียวนับแต่วันที่ประทับตรา\(key.th)",
                    en: "intact: not one byte was changed since it was sealed\(key.en)")
            ]
        }
        return [
            BilingualText(
                th: "ไฟล์นี้ไม่ตรงกับที่ประทับตราไว้ ใช้เป็นหลักฐานไม่ได้",
                en: "changed: this file is not what was sealed; it proves nothing")
        ] + faults.map(\.text)
    }

    private var key: BilingualText {
        BilingualText(
            th: fingerprint.map { " (กุญแจ \($0))" } ?? "", en: fingerprint.map { " (key \($0))" } ?? "")
    }

    /// What an intact file does not prove, so that nobody claims it; empty for a changed one.
    public var notProved: [BilingualText] {
        guard isIntact else { return [] }
        return time + (isKeyExpected ? [] : [owner])
    }

    private var owner: BilingualText {
        BilingualText(
            th: "ผู้ประทับตราคือใคร: โปรดเทียบลายนิ้วมือกุญแจกับที่หน่วยงานผู้ตรวจแจ้งไว้ทางอื่น (--fingerprint)",
            en:
                "whose key it is: compare the fingerprint with the one that its owner published elsewhere (--fingerprint)"
        )
    }

    private var time: [BilingualText] {
        switch timeStamp {
        case .trusted: []
        case .untrusted(let moment, let authority):
            [
                BilingualText(
                    th:
                        "เวลาที่ประทับตรา: มีการประทับเวลา \(moment.bangkok) จาก \(authority) แต่เครื่องนี้ยังไม่รู้จักผู้ออกการประทับเวลา จึงยังไม่ถือเป็นหลักฐานด้านเวลา",
                    en: "when it was sealed: it has a time-stamp of \(moment.bangkok) by \(authority), "
                        + "which is not trusted on this machine")
            ]
        case nil, .other, .refused, .unreadable:
            [
                BilingualText(
                    th: "เวลาที่ประทับตรา: ไม่มีการประทับเวลาจากผู้ให้บริการภายนอก เจ้าของกุญแจจึงอาจประทับตราไฟล์นี้ในวันใดก็ได้",
                    en: "when it was sealed: without a time-stamp of an authority the owner of the key could have "
                        + "made and sealed it on any day")
            ]
        }
    }

    /// When an authority saw the sealed file; nil where no trusted one did.
    public var provedTime: BilingualText? {
        guard isIntact, case .trusted(let moment, let authority) = timeStamp else { return nil }
        return BilingualText(
            th: "ไฟล์นี้มีอยู่แล้วเมื่อ \(moment.bangkok) ตามการประทับเวลาของ \(authority)",
            en: "it existed on \(moment.bangkok), says the time-stamp of \(authority)")
    }
}

extension DossierVerification.Fault {
    /// One sentence.
    public var text: BilingualText {
        switch self {
        case .sealMissing:
            BilingualText(
                th: "ไม่พบตราประทับท้ายไฟล์: ไฟล์ไม่เคยประทับตรา ถูกตัดทอน หรือตราประทับถูกแก้ไข",
                en: "there is no readable seal at its end: it was never sealed, was cut off, or the seal was changed")
        case .sealBroken:
            BilingualText(th: "ตราประทับไม่ตรงกับเนื้อหาของไฟล์", en: "the seal does not fit the file")
        case .bytesBehind(let count):
            BilingualText(th: "มีข้อมูลต่อท้ายไฟล์เกินมา \(count) ไบต์", en: "\(count) bytes were put behind the end")
        case .memberChanged(let name):
            BilingualText(th: "ไฟล์ภายในถูกเปลี่ยน: \(name)", en: "changed inside: \(name)")
        case .recordChanged(let position, let type, let url):
            BilingualText(
                th: "ระเบียนที่ \(position) ในคลังหน้าเว็บถูกเปลี่ยน: \(type) \(url)",
                en: "record \(position) of the archive was changed: \(type) \(url)")
        case .memberMissing(let name):
            BilingualText(th: "ไฟล์ภายในหายไป: \(name)", en: "missing inside: \(name)")
        case .memberAdded(let name):
            BilingualText(th: "มีไฟล์ภายในที่เพิ่มเข้ามา: \(name)", en: "added inside: \(name)")
        case .listChanged:
            BilingualText(
                th: "รายการไฟล์ภายในถูกเปลี่ยน (datapackage.json หรือ datapackage-digest.json)",
                en: "the list of what is inside was changed (datapackage.json or datapackage-digest.json)")
        default: containerText
        }
    }

    private var containerText: BilingualText {
        switch self {
        case .containerUnreadable(let cause):
            BilingualText(th: "อ่านโครงสร้างของไฟล์ไม่ได้ (\(cause))", en: "the container cannot be read (\(cause))")
        case .otherKey(let fingerprint):
            BilingualText(
                th: "ประทับตราด้วยกุญแจอื่นที่ไม่ใช่กุญแจที่ระบุ: \(fingerprint)",
                en: "it was sealed by another key than the one expected: \(fingerprint)")
        case .timeStampChanged:
            BilingualText(th: "การประทับเวลาไม่ใช่ของไฟล์นี้", en: "the time-stamp belongs to something else")
        default:
            BilingualText(
                th: "ไฟล์ภายในทุกไฟล์ตรงตามรายการ แต่โครงสร้างที่บรรจุไฟล์เหล่านั้นหรือตราประทับถูกเปลี่ยน",
                en: "every file inside is as listed; the container around them or the seal was changed")
        }
    }
}
