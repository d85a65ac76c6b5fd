#if DEBUG || FUZZING
    import Digests
    import GradingCore
    @testable import Notifying
    @testable import Proofs

    extension FuzzTarget {
        /// Three checks of one address, sealed by a key that is no secret.
        private static let sealed: [UInt8] = {
            guard let key = try? OperatorKey(seed: Array(1...32), publicKey: publicKey(of: Array(1...32))) else {
                return []
            }
            var records: [CheckRecord] = []
            for (index, outcome) in ["ok", "http_404", "ok"].enumerated() {
                let check = AddressCheck(
                    item: ItemID("o1"), url: "https://a.example/<ก>", outcome: outcome, status: 200, milliseconds: 5,
                    digest: index == 0 ? ContentDigest(of: [1]) : nil)
                let at = Moment(seconds: 1_684_112_400 + index * 600)
                records.append(CheckRecord(key: "k", at: at, checks: [check], after: records.last?.link))
            }
            let head = SealedHead(records[1].link, of: "k", at: records[1].at, by: key)
            let certificate = try? UptimeCertificate(
                key: "k", agency: "ก", from: records[0].at, to: records[2].at, madeAt: records[2].at, records: records,
                heads: [head])
            guard let json = try? certificate.map({ try CertificateDocument($0).bytes() }) else { return [] }
            let content = CertificateFile.dataBegin + json + CertificateFile.dataEnd
            return content + FileSeal(content: ContentDigest(of: content), timeStamp: nil, by: key).bytes
        }()

        private static func publicKey(of seed: [UInt8]) throws -> PublicKey {
            guard let key = PublicKey(bytes: try Ed25519.publicKey(of: seed)) else {
                throw BrokenLaw(description: "32 bytes are a key")
            }
            return key
        }

        private static let madeCertificates: @Sendable () -> [[UInt8]] = {
            [sealed] + (CertificateFile.records(in: sealed[...]).map { [Array($0)] } ?? [])
        }

        static let certificate = FuzzTarget("certificate", madeSeeds: madeCertificates) { bytes in
            let checked = CertificateVerification(of: bytes)
            try law("only the sealed file itself is intact", !checked.isIntact || bytes == sealed)
            try law("what is wrong is said", !checked.findings.isEmpty && !checked.notProved.isEmpty)
            do throws(CertificateDocument.Fault) {
                _ = try CertificateDocument.read(bytes[...])
            } catch {
                try law("a fault has words", !error.cause.isEmpty)
            }
        }

        static let channelSettings = FuzzTarget("channel-settings") { bytes in
            do throws(SettingsFault) {
                let found = try ChannelSettings.variables(text: text(bytes), path: "f")
                _ = try ChannelSettings(version: "1", environment: found)
            } catch {
                // Names of settings and places only: what stands in the file may be a password.
                let isQuiet = error.description.unicodeScalars.allSatisfy { (32...126).contains($0.value) }
                try law("a fault shows nothing of the file", isQuiet)
            }
        }

        private static let madeNotices: @Sendable () -> [[UInt8]] = { [notice(of: "ลิงก์เปิดไม่ได้").json] }

        static let notice = FuzzTarget("notice", madeSeeds: madeNotices) { bytes in
            let read: Notice
            do throws(NoticeFault) {
                read = try Notice(json: bytes)
            } catch {
                return
            }
            try law("a notice is kept as it is", try Notice(json: read.json) == read)
        }

        private static func notice(of words: String) -> Notice {
            Notice(
                id: words, kind: .changed, agency: words, agencyName: words, items: [ItemID(words)], urls: [words],
                cause: Notice.Cause(kind: words, agencies: [words, "b"]), since: Moment(seconds: 0),
                text: BilingualText(th: words, en: words),
                differences: [
                    Notice.Difference(element: BilingualText(th: words, en: words), added: [words], removed: [words])
                ])
        }

        static let messages = FuzzTarget("messages") { bytes in
            let notice = notice(of: text(bytes))
            let now = Moment(seconds: 1_684_112_400)
            let message = DigestMessage([notice], language: .thai, at: now)
            let mail = text(
                MailMessage(
                    from: "a@b", to: "c@d", subject: message.subject, plain: message.plain, html: message.html,
                    date: now,
                    id: "x"
                ).bytes)
            let lines = mail.split(separator: "\r\n", omittingEmptySubsequences: false)
            let narrow = lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { (32...126).contains($0) } }
            try law("lines of mail are short and plain", narrow)
            let headers = lines.prefix { !$0.isEmpty }.filter { !$0.hasPrefix(" ") }
            try law("nine headers", headers.count == 9)
            let feed = text(
                AtomFeed(
                    key: "k", name: text(bytes), entries: [AtomFeed.Entry(notice, at: now)], language: .thai,
                    madeAt: now
                ).bytes)
            try law("one entry", feed.split(separator: "<entry>").count == 2)
            let event = CalendarFile.Event(
                id: "e", from: now.day, title: notice.text, details: notice.text, remindedDaysBefore: [1])
            let calendar = text(CalendarFile(name: text(bytes), events: [event], language: .thai, madeAt: now).bytes)
                .split(separator: "\r\n", omittingEmptySubsequences: false)
            try law(
                "lines of a calendar are folded", calendar.allSatisfy { $0.utf8.count <= 75 && !$0.utf8.contains(10) })
            try law("one event", calendar.filter { $0 == "BEGIN:VEVENT" }.count == 1)
        }
    }
#endif
