import Findings
import GradingCore
import WebEvidence

extension RunsSummary.Cause {
    /// Most points first, then most items, then by code.
    static func all(_ runs: [ReportedRun]) -> [RunsSummary.Cause] {
        struct Tally {
            var items = 0
            var points = 0
            var agencies: Set<AgencyKey> = []
        }
        var tallies: [ReasonCode: Tally] = [:]
        for run in runs {
            for finding in run.assessment.items where [.unsatisfied, .undecided].contains(finding.verdict) {
                guard let code = finding.reasons.first?.code else { continue }
                tallies[code, default: Tally()].items += 1
                tallies[code]?.points += run.score.worths[finding.item]?.count ?? 0
                tallies[code]?.agencies.insert(AgencyKey(run.assessment.agency))
            }
        }
        return tallies.map { code, tally in
            RunsSummary.Cause(
                code: code, items: tally.items, points: Hundredths(tally.points), agencies: tally.agencies.count)
        }.sorted {
            ($1.points, $1.items, $0.code.rawValue) < ($0.points, $0.items, $1.code.rawValue)
        }
    }
}

extension RunsSummary.Item {
    /// By number, then by topic: lists of different years number a topic differently.
    private var place: ItemPlace { ItemPlace(item: items.first ?? ItemID(""), topic: topic) }

    /// Most agencies with the item unsatisfied first, then most undecided ones, then by number.
    static func failing(_ runs: [ReportedRun]) -> [RunsSummary.Item] {
        struct Tally {
            var title = BilingualText(th: "", en: "")
            var items: Set<ItemID> = []
            var agencies: Set<AgencyKey> = []
            var unsatisfied: Set<AgencyKey> = []
            var undecided: Set<AgencyKey> = []
            var reasons: [ReasonCode] = []
        }
        var tallies: [TopicID: Tally] = [:]
        for run in runs {
            let agency = AgencyKey(run.assessment.agency)
            for finding in run.assessment.items where finding.verdict != .notApplicable {
                var tally = tallies[finding.topic] ?? Tally()
                tally.title = finding.title
                tally.items.insert(finding.item)
                tally.agencies.insert(agency)
                if finding.verdict == .undecided { tally.undecided.insert(agency) }
                if finding.verdict == .unsatisfied {
                    tally.unsatisfied.insert(agency)
                    if let code = finding.reasons.first?.code { tally.reasons.append(code) }
                }
                tallies[finding.topic] = tally
            }
        }
        return tallies.filter { !$0.value.unsatisfied.isEmpty }.map { topic, tally in
            RunsSummary.Item(
                topic: topic, title: tally.title, items: tally.items.sorted(), agencies: tally.agencies.count,
                unsatisfied: tally.unsatisfied.count,
                undecided: tally.undecided.subtracting(tally.unsatisfied).count,
                mainReason: mostFrequent(tally.reasons, \.rawValue))
        }.sorted {
            ($1.unsatisfied, $1.undecided, $0.place) < ($0.unsatisfied, $0.undecided, $1.place)
        }
    }
}

extension RunsSummary.Host {
    /// Most agencies first, then most addresses, then by name. What fails on our side never counts.
    static func failing(_ runs: [ReportedRun]) -> [RunsSummary.Host] {
        struct Tally {
            var agencies: Set<AgencyKey> = []
            var addresses: Set<String> = []
            var outcomes: [Outcome] = []
        }
        var tallies: [String: Tally] = [:]
        for run in runs {
            for page in run.assessment.evidence where page.outcome.rule.effect != .judged {
                guard page.outcome.rule.side != .ours, let host = host(page.url) ?? host(page.submittedURL) else {
                    continue
                }
                tallies[host, default: Tally()].agencies.insert(AgencyKey(run.assessment.agency))
                tallies[host]?.addresses.insert(page.url)
                tallies[host]?.outcomes.append(page.outcome)
            }
        }
        return tallies.compactMap { host, tally in
            guard tally.agencies.count > 1, let outcome = mostFrequent(tally.outcomes, \.rawValue) else { return nil }
            let names = tally.agencies.map { $0.name.isEmpty ? $0.website : $0.name }
            return RunsSummary.Host(
                host: host, agencies: names.sorted { ThaiOrder($0) < ThaiOrder($1) },
                addresses: tally.addresses.count, mainOutcome: outcome)
        }.sorted {
            ($1.agencies.count, $1.addresses, $0.host) < ($0.agencies.count, $0.addresses, $1.host)
        }
    }

    private static func host(_ written: String) -> String? {
        do { return try PageAddress(written).host } catch { return nil }
    }
}

private struct ItemPlace: Comparable {
    let item: ItemID
    let topic: TopicID
    static func < (left: ItemPlace, right: ItemPlace) -> Bool { (left.item, left.topic) < (right.item, right.topic) }
}

/// The value that stands most often; of several the first by name.
private func mostFrequent<Value: Hashable>(_ values: [Value], _ name: (Value) -> String) -> Value? {
    let counts = Dictionary(grouping: values) { $0 }.mapValues(\.count)
    return counts.min { ($1.value, name($0.key)) < ($0.value, name($1.key)) }?.key
}

/// Names in the order of a Thai dictionary: a vowel that is written before its consonant counts after it, tone marks
/// and the like count only where nothing else differs.
struct ThaiOrder: Comparable {
    private let letters: [UInt32]
    private let text: String

    init(_ text: String) {
        self.text = text
        var letters: [UInt32] = []
        var vowel: UInt32?
        for value in text.lowercased().unicodeScalars.map(\.value) where !(0x0E47...0x0E4E).contains(value) {
            if let held = vowel {
                letters += (0x0E01...0x0E2E).contains(value) ? [value, held] : [held, value]
                vowel = nil
            } else if (0x0E40...0x0E44).contains(value) {
                vowel = value
            } else {
                letters.append(value)
            }
        }
        self.letters = letters + (vowel.map { [$0] } ?? [])
    }

    static func < (left: ThaiOrder, right: ThaiOrder) -> Bool {
        left.letters == right.letters
            ? Array(left.text.unicodeScalars.map(\.value)).lexicographicallyPrecedes(
                right.text.unicodeScalars.map(\.value))
            : left.letters.lexicographicallyPrecedes(right.letters)
    }
    static func == (left: ThaiOrder, right: ThaiOrder) -> Bool {
        left.text.unicodeScalars.elementsEqual(right.text.unicodeScalars)
    }
}
