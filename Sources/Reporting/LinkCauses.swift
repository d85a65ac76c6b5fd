import Findings
public import GradingCore
import WebEvidence

/// One cause behind many failures of a link check, over all agencies: forty addresses on a machine that is down are one
/// thing to mend, not forty.
public struct LinkCauses: Sendable {
    /// So many different addresses must fail until they are told as one cause.
    public static let least = 20

    public enum Kind: String, Sendable, Hashable {
        /// Our own way to the network.
        case network
        /// One machine that holds several websites.
        case server
        /// One website.
        case host
    }

    public struct Cause: Sendable, Hashable {
        public var kind: Kind
        /// Address of the machine or name of the website; empty for our own network.
        public var detail: String
        /// Different addresses that fail because of it.
        public var count: Int
        /// In the order of the check, each once.
        public var agencies: [String]
    }

    /// Our own network first, then the most failures.
    public let causes: [Cause]
    private let causeOfURL: [String: Cause]

    public init(_ reports: [LinksReport]) {
        var groups: [Key: Group] = [:]
        for report in reports {
            for link in report.links where link.isFailure {
                for key in Key.all(of: link) { groups[key, default: Group()].add(link, report.agency) }
            }
        }
        var causes: [Cause] = []
        var causeOfURL: [String: Cause] = [:]
        for (key, group) in groups.sorted(by: { ($1.value.urls.count, $0.key) < ($0.value.urls.count, $1.key) }) {
            let urls = group.urls.filter { causeOfURL[$0] == nil }
            guard key.kind == .network || urls.count >= LinkCauses.least else { continue }
            // A machine with one website is told by the website's name.
            if key.kind == .server, group.hosts.count < 2 { continue }
            let cause = Cause(kind: key.kind, detail: key.detail, count: urls.count, agencies: group.agencies)
            causes.append(cause)
            for url in urls { causeOfURL[url] = cause }
        }
        self.causes = causes.filter { $0.kind == .network } + causes.filter { $0.kind != .network }
        self.causeOfURL = causeOfURL
    }

    /// The cause that a failure shares with many others, such as `server 203.0.113.9`; empty for every other link.
    func words(of link: CheckedLink) -> String {
        guard link.isFailure, let cause = causeOfURL[link.url] else { return "" }
        return cause.detail.isEmpty ? cause.kind.rawValue : "\(cause.kind.rawValue) \(cause.detail)"
    }

    /// For the terminal: nothing where no failures have one cause.
    public func terminalText(language: ReportLanguage, width: Int, color: Bool) -> String {
        guard !causes.isEmpty else { return "" }
        var lines = TerminalLines(language: language, width: max(48, width), color: color)
        lines.add(lines.words(LinkCauses.title), style: .bold)
        for cause in causes {
            lines.add(wrapping: CleanText.line(cause.sentence.text(language)), indent: 2)
            let agencies = cause.agencies.filter { !$0.isEmpty }.joined(separator: " · ")
            if !agencies.isEmpty { lines.add(wrapping: CleanText.line(agencies), indent: 4) }
        }
        return lines.text
    }

    private static let title = BilingualText(th: "หลายลิงก์ เหตุเดียว", en: "Many links, one cause")

    private struct Group {
        var urls: Set<String> = []
        var hosts: Set<String> = []
        var agencies: [String] = []

        mutating func add(_ link: CheckedLink, _ agency: String) {
            urls.insert(link.url)
            if let host = link.host { hosts.insert(host) }
            if !agencies.contains(agency) { agencies.append(agency) }
        }
    }

    private struct Key: Hashable, Comparable {
        var kind: Kind
        var detail: String

        /// The machine before the website: it explains more.
        static func all(of link: CheckedLink) -> [Key] {
            if link.wasCutOff { return [Key(kind: .network, detail: "")] }
            var keys: [Key] = []
            if !link.server.isEmpty { keys.append(Key(kind: .server, detail: link.server)) }
            if let host = link.host { keys.append(Key(kind: .host, detail: host)) }
            return keys
        }

        static func < (left: Key, right: Key) -> Bool {
            let order: [Kind] = [.network, .server, .host]
            let (first, second) = (order.firstIndex(of: left.kind) ?? 0, order.firstIndex(of: right.kind) ?? 0)
            return (first, left.detail) < (second, right.detail)
        }
    }
}

extension LinkCauses.Cause {
    var sentence: BilingualText {
        switch kind {
        case .network:
            BilingualText(
                th: "เครือข่ายของเครื่องที่ใช้ตรวจขัดข้อง จึงไม่ทราบผลของ \(count) URL ไม่ใช่ความผิดของหน่วยงาน โปรดตรวจใหม่",
                en: "The network of this computer was down: nothing is known of \(count) URLs. Check again.")
        case .server:
            BilingualText(
                th: "\(count) URL บนเครื่องแม่ข่าย \(detail) เปิดไม่ได้หรือผิดปกติพร้อมกัน น่าจะเป็นเหตุเดียวของผู้ให้บริการ",
                en: "\(count) URLs on the machine \(detail) fail together: most likely one cause at its provider.")
        case .host:
            BilingualText(
                th: "\(count) URL ของเว็บไซต์ \(detail) เปิดไม่ได้หรือผิดปกติ น่าจะเป็นเหตุเดียวของเว็บไซต์",
                en: "\(count) URLs of the website \(detail) fail: most likely one cause of the website.")
        }
    }
}

extension CheckedLink {
    /// True where the address is not in order, or nothing is known of it because of our own network.
    fileprivate var isFailure: Bool {
        !wasStopped && outcome != .ok && (wasCutOff || outcome.rule.side == .agency || outcome.rule.side == .unclear)
    }

    fileprivate var host: String? {
        do { return try PageAddress(submitted: url).host } catch { return nil }
    }
}
