import GradingCore
import Notifying
import Proofs
import Watching

/// Words of `oit watch`.
enum WatchTexts {
    static func unknown(_ key: String) -> BilingualText {
        BilingualText(
            th: "ไม่มีหน่วยงานชื่อ \(key) ในรายการเฝ้าระวัง ดูรายการด้วย oit watch list",
            en: "no agency is watched under the name \(key); see: oit watch list")
    }

    static func taken(_ key: String) -> BilingualText {
        BilingualText(
            th: "\(key) อยู่ในรายการเฝ้าระวังแล้ว หากเป็นหน่วยงานอื่นให้ตั้งชื่อด้วย --id หากเป็นหน่วยงานเดิมให้ใช้ --update",
            en: "\(key) is watched already; name another agency with --id, or replace this one with --update")
    }

    static func added(_ key: String, links: Int) -> BilingualText {
        BilingualText(
            th: "เฝ้าระวัง \(key) แล้ว จำนวน \(links) ลิงก์ (เริ่มตรวจเมื่อสั่ง oit watch run --due หรือ oit watch daemon)",
            en: "\(key) is watched now: \(links) links (checked by oit watch run --due, or oit watch daemon)")
    }

    static let isRunning = BilingualText(
        th: "มีการตรวจตามรอบกำลังทำงานอยู่แล้ว จึงไม่เริ่มซ้ำ", en: "another run is at work, so this one has nothing to do")
    static let stopping = BilingualText(
        th: "oit: กำลังหยุด (กดอีกครั้งเพื่อหยุดทันที)", en: "oit: stopping (once more to end at once)")

    static func done(_ report: RoundReport) -> BilingualText {
        BilingualText(
            th:
                "ตรวจ \(report.agencies) หน่วยงาน \(report.links) ลิงก์ ไม่เปลี่ยนแปลง \(report.unmodified) เปิดไม่ได้ \(report.failing) "
                + "ตรวจเนื้อหาเต็ม \(report.audits) หน่วยงาน แจ้งเตือน \(report.notices.count) เรื่อง",
            en:
                "\(report.agencies) agencies, \(report.links) links: \(report.unmodified) unmodified, \(report.failing) not open; "
                + "\(report.audits) audits, \(report.notices.count) notices")
    }

    static func phase(_ phase: LinkState.Phase) -> BilingualText {
        switch phase {
        case .unknown: BilingualText(th: "ยังไม่ได้ตรวจ", en: "not checked")
        case .up: BilingualText(th: "เปิดได้", en: "open")
        case .failing: BilingualText(th: "เริ่มเปิดไม่ได้ (กำลังยืนยัน)", en: "failing (not confirmed)")
        case .broken: BilingualText(th: "เปิดไม่ได้", en: "broken")
        case .flapping: BilingualText(th: "เปิดได้บ้างไม่ได้บ้าง", en: "flapping")
        }
    }

    static let otherVersion = BilingualText(
        th: "ข้อมูลการเฝ้าระวังในคลังเขียนโดยโปรแกรมรุ่นอื่น จึงอ่านไม่ได้ ให้ใช้โปรแกรมรุ่นนั้น หรือสั่ง oit watch add ใหม่ด้วย --update",
        en:
            "what the store keeps of watches was written by another version of this program; use that one, or oit watch add --update"
    )
    static let nothing = BilingualText(
        th: "ยังไม่ได้เฝ้าระวังหน่วยงานใด เริ่มด้วย oit watch add SUBMISSION",
        en: "no agency is watched yet; begin with oit watch add SUBMISSION")
    static let noAlarm = BilingualText(th: "ไม่มีเหตุขัดข้องที่ยังไม่จบ", en: "no alarm is open")

    static func paused(_ until: Moment?) -> BilingualText {
        guard let until else { return BilingualText(th: "พักการเฝ้าระวัง", en: "paused") }
        return BilingualText(
            th: "พักการเฝ้าระวังถึง \(ReportDate.moment(until, .thai))",
            en: "paused until \(ReportDate.moment(until, .english))")
    }

    static func removed(_ key: String) -> BilingualText {
        BilingualText(
            th: "เลิกเฝ้าระวัง \(key) แล้ว ประวัติและหลักฐานยังเก็บไว้",
            en: "\(key) is watched no longer; its history and proof stay")
    }

    static func acknowledged(_ count: Int) -> BilingualText {
        BilingualText(th: "รับทราบแล้ว \(count) เหตุ", en: "\(count) alarms acknowledged")
    }

    static func sinceLook(_ at: Moment?, count: Int) -> BilingualText {
        guard let at else {
            return BilingualText(th: "การแจ้งเตือนทั้งหมด \(count) เรื่อง", en: "\(count) notices so far")
        }
        return BilingualText(
            th: "ตั้งแต่ดูครั้งก่อนเมื่อ \(ReportDate.moment(at, .thai)) มีการแจ้งเตือนใหม่ \(count) เรื่อง",
            en: "since you last looked, \(ReportDate.moment(at, .english)): \(count) new notices")
    }

    static func undelivered(_ notices: UndeliveredNotices) -> BilingualText {
        let target = "\(notices.channel.kind) \(notices.channel.shownTarget)"
        let cause = notices.cause.isEmpty ? "" : ": \(notices.cause)"
        return notices.isGivenUp
            ? BilingualText(
                th: "ส่งไม่สำเร็จ \(notices.count) เรื่อง ทาง \(target) หยุดลองแล้ว\(cause)",
                en: "\(notices.count) notices could not be sent by \(target); given up\(cause)")
            : BilingualText(
                th: "รอส่ง \(notices.count) เรื่อง ทาง \(target)\(cause)",
                en: "\(notices.count) notices wait for \(target)\(cause)")
    }
}

extension WatchTexts {
    static func certified(_ path: String, _ certificate: UptimeCertificate, _ fingerprint: String) -> BilingualText {
        BilingualText(
            th: "\(path): หลักฐานการตรวจ \(certificate.records.count) ครั้ง ลงลายมือชื่อด้วยกุญแจ \(fingerprint)",
            en: "\(path): proof of \(certificate.records.count) checks, signed by the key \(fingerprint)")
    }

    static func notStamped(_ fault: ProofFault) -> BilingualText {
        BilingualText(
            th: "ไม่ได้ประทับเวลา (\(fault)) หนังสือรับรองจึงพิสูจน์เวลาไม่ได้",
            en: "no time-stamp could be had (\(fault)); the certificate proves nothing about time")
    }
}
