public import GradingCore
public import Proofs
import Reporting
import WebEvidence

/// The page of a certificate for people: what was measured, what is not proved, how it is checked.
public enum CertificatePage {
    /// A whole HTML document in UTF-8, to be given to `CertificateFile.sealed`. `fingerprint` is that of the sealing key.
    public static func bytes(
        _ certificate: UptimeCertificate, fingerprint: String, language: ReportLanguage
    ) -> [UInt8] {
        let texts = CertificateTexts(language: language)
        let down = certificate.uptimes.filter { !$0.outages.isEmpty }
        let detail: Markup =
            down.isEmpty ? "<p>\(texts.noOutages)</p>" : Markup(down.map { outages($0, texts) }, separator: "\n")
        return PlainPage(
            language: language, kicker: texts.kicker,
            heading: certificate.agency.isEmpty ? certificate.key : certificate.agency,
            head: head(certificate, fingerprint, texts),
            sections: [
                .init(id: "summary", title: texts.summary, content: summary(certificate, texts)),
                .init(id: "outages", title: texts.outages, content: detail),
                .init(id: "gaps", title: texts.gaps, content: gaps(certificate.uptimes, texts)),
                .init(id: "proof", title: texts.proof, content: Markup(texts.proofSentences.map { "<p>\($0)</p>" })),
            ], ownStyle: HistoryStyle.style
        ).bytes
    }

    private static func head(_ certificate: UptimeCertificate, _ fingerprint: String, _ texts: CertificateTexts)
        -> Markup
    {
        let positions = certificate.records.map(\.position)
        let rows: [(String, Markup)] = [
            (texts.period, "\(texts.span(certificate.from, certificate.to))"),
            (texts.made, "\(ReportDate.moment(certificate.madeAt, texts.language))"),
            (texts.records, "\(positions.count) (\(positions.first ?? 0) – \(positions.last ?? 0))"),
            (texts.fingerprint, "<code>\(fingerprint)</code>"),
        ]
        let entries = rows.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" as Markup }
        return "<dl class=\"heads\">\(entries)</dl>"
    }

    private static func summary(_ certificate: UptimeCertificate, _ texts: CertificateTexts) -> Markup {
        let rows = certificate.uptimes.map { uptime -> [Markup] in
            [
                "\(uptime.item.text)<br>\(Markup.readableAddress(uptime.url))", "\(texts.checks(uptime))",
                uptime.share.map { "\($0) %" } ?? "–",
                "\(uptime.outages.count)", "\(ReportDate.duration(seconds: uptime.closedSeconds, texts.language))",
                "\(ReportDate.duration(seconds: uptime.longestOutageSeconds, texts.language))",
            ]
        }
        return "<p>\(texts.howMeasured)</p>\n" + PlainPage.table(texts.summaryHeads, rows, numbers: [2, 3])
    }

    private static func outages(_ uptime: AddressUptime, _ texts: CertificateTexts) -> Markup {
        let rows = uptime.outages.map { outage -> [Markup] in
            let causes = outage.outcomes.map { name in
                Outcome(rawValue: name)?.advice.message.text(texts.language) ?? name
            }
            return [
                "\(outage.lastOpen.map { ReportDate.moment($0, texts.language) } ?? "–")",
                "\(ReportDate.moment(outage.began, texts.language))",
                "\(outage.ended.map { ReportDate.moment($0, texts.language) } ?? texts.stillDown)",
                "\(ReportDate.duration(seconds: outage.seconds, texts.language))",
                "\(causes.joined(separator: " / "))", "\(texts.side(outage.side))",
            ]
        }
        return """
            <h3>\(uptime.item.text) \(Markup.readableAddress(uptime.url))</h3>
            \(PlainPage.table(texts.outageHeads, rows))
            """
    }

    /// Addresses with the same gaps, usually all, are told together.
    private static func gaps(_ uptimes: [AddressUptime], _ texts: CertificateTexts) -> Markup {
        let groups = Dictionary(grouping: uptimes.filter { !$0.gaps.isEmpty }, by: \.gaps)
        guard !groups.isEmpty else { return "<p>\(texts.noGaps)</p>" }
        let order = groups.sorted { ($0.key[0].from, $0.value[0].url) < ($1.key[0].from, $1.value[0].url) }
        let parts = order.map { gaps, members -> Markup in
            var seen: Set<String> = []
            let items = members.map(\.item.text).filter { seen.insert($0).inserted }.joined(separator: ", ")
            let spans = gaps.prefix(50).map { "<li>\(texts.span($0.from, $0.to))</li>" as Markup }
            let rest: Markup = gaps.count > 50 ? "<li>+\(gaps.count - 50)</li>" : ""
            return "<h3>\(members.count == uptimes.count ? texts.all : items)</h3>\n<ul>\(spans)\(rest)</ul>\n"
        }
        return Markup(parts)
    }
}

/// The words of a certificate in one language.
struct CertificateTexts {
    let language: ReportLanguage

    private func said(_ th: String, _ en: String) -> String { language == .thai ? th : en }

    var kicker: String { said("หนังสือรับรองผลการเฝ้าระวังเว็บไซต์ (OIT)", "Certificate of the website watch (OIT)") }
    var summary: String { said("ผลรายข้อและรายลิงก์", "Items and addresses") }
    var outages: String { said("ช่วงเวลาที่เปิดไม่ได้", "Outages") }
    var gaps: String { said("ช่วงเวลาที่ไม่มีการตรวจ", "Times without checks") }
    var proof: String { said("การพิสูจน์ความถูกต้อง", "How this is proved") }
    var noOutages: String { said("ไม่พบช่วงเวลาที่เปิดไม่ได้", "No outage was seen.") }
    var all: String { said("ทุกข้อและทุกลิงก์", "All items and addresses") }
    var noGaps: String { said("ไม่มี", "There were none.") }
    var period: String { said("ช่วงเวลาที่รับรอง", "Period") }
    var made: String { said("จัดทำเมื่อ", "Made") }
    var records: String { said("จำนวนบันทึกการตรวจ (ลำดับที่)", "Records of checks (positions)") }
    var fingerprint: String { said("รหัสกุญแจผู้ลงลายมือชื่อ", "Fingerprint of the signing key") }
    var stillDown: String { said("ยังเปิดไม่ได้ในการตรวจครั้งสุดท้าย", "still closed at the last check") }

    func span(_ from: Moment, _ to: Moment) -> String {
        "\(ReportDate.moment(from, language)) – \(ReportDate.moment(to, language))"
    }

    var howMeasured: String {
        said(
            "นับว่าเปิดไม่ได้ตั้งแต่การตรวจครั้งแรกที่เปิดไม่ได้ จนถึงการตรวจครั้งแรกที่เปิดได้อีกครั้ง ร้อยละปัดลงเสมอ เวลาที่ไม่มีการตรวจไม่นำมาคิด",
            "An outage lasts from the first check that failed to the first that did not. Percentages are rounded down; time "
                + "without checks does not count.")
    }

    var summaryHeads: [String] {
        language == .thai
            ? ["ข้อ / ลิงก์", "ผลการตรวจ", "เปิดได้ (ร้อยละของเวลา)", "เปิดไม่ได้ (ครั้ง)", "เวลาที่เปิดไม่ได้รวม", "นานที่สุด"]
            : ["Item, address", "Checks", "Open (of the time)", "Outages", "Down in all", "Longest"]
    }

    var outageHeads: [String] {
        language == .thai
            ? ["เปิดได้ครั้งสุดท้าย", "เปิดไม่ได้ตั้งแต่", "เปิดได้อีกครั้ง", "ระยะเวลา", "สาเหตุที่พบ", "สาเหตุอยู่ที่"]
            : ["Last seen open", "Closed from", "Open again", "Lasted", "What was met", "Whose side"]
    }

    func checks(_ uptime: AddressUptime) -> String {
        let unclear = uptime.unclear == 0 ? "" : said(" (สรุปไม่ได้ \(uptime.unclear))", " (\(uptime.unclear) unclear)")
        return said("เปิดได้ \(uptime.open) จาก \(uptime.checks) ครั้ง", "open at \(uptime.open) of \(uptime.checks)")
            + unclear
    }

    func side(_ side: OutcomeRule.Side) -> String {
        switch side {
        case .agency: said("เว็บไซต์หรือผู้ให้บริการของหน่วยงาน", "the agency's website or provider")
        case .ours: said("เครือข่ายของผู้ตรวจ", "the checker's own network")
        case .unclear, .none: said("ยังระบุไม่ได้", "not known")
        }
    }

    var proofSentences: [String] {
        [
            said(
                "ไฟล์นี้มีบันทึกการตรวจทุกครั้งแนบอยู่ แต่ละบันทึกผูกกับบันทึกก่อนหน้าด้วยค่าดิจิทัล (SHA-256) และลงลายมือชื่อทั้งไฟล์ (Ed25519) หากมีการลบ เพิ่ม หรือแก้ไขแม้แต่ตัวอักษรเดียวจะตรวจพบได้",
                "This file holds the record of every check. Each record is chained to the one before by SHA-256, and the whole file "
                    + "is signed by Ed25519: anything removed, added or changed is found."),
            said(
                "ตรวจสอบได้โดยไม่ต้องใช้อินเทอร์เน็ตด้วยคำสั่ง oit watch verify ตามด้วยชื่อไฟล์ โปรแกรมจะแจ้งด้วยว่าสิ่งใดยังพิสูจน์ไม่ได้หากไม่มีประทับเวลา",
                "Check it without network by: oit watch verify FILE. It also says what is not proved without a time-stamp."
            ),
            said(
                "โปรดเทียบรหัสกุญแจข้างต้นกับที่ได้รับจากผู้ตรวจโดยตรง เพราะผู้อื่นสามารถจัดทำไฟล์ลักษณะนี้ด้วยกุญแจของตนเองได้",
                "Compare the fingerprint above with one that you got from the operator in another way: anybody can make such a file "
                    + "with a key of his own."),
        ]
    }
}
