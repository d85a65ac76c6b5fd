import Checklists
import Findings
import Foundation
import GradingCore
import Judging
import WebEvidence

/// Everything that judging does when a stored run is judged again: the list's phrases, then after each round the
/// findings and the links that would be followed.
struct StoredRunBenchmark {
    let run: StoredRun
    let library: ChecklistLibrary

    func measure() {
        var wall = 0.0
        var cpu = 0.0
        func timed<Value>(_ name: String, _ count: Int, _ work: () -> Value) -> Value {
            let start = Reading()
            let value = work()
            wall += start.milliseconds
            cpu += start.cpuMilliseconds
            start.report(name, count)
            return value
        }
        var judge = timed("  phrases of the list", 1) { Judge(list: run.list, library: library) }.session()
        var said: [String] = []
        for round in StoredRun.pagesPerRound.indices {
            let input = run.input(after: round)
            let judgement = timed("  judge after round \(round + 1)", input.pages.count) { judge.judgement(of: input) }
            said.append(StoredRunBenchmark.text(of: judgement))
            guard round < StoredRun.pagesPerRound.count - 1 else { break }
            let open = Set(judgement.findings.filter { $0.verdict != .satisfied }.map(\.item))
            let asked = run.entries.indices.filter {
                run.entries[$0].round == round && open.contains(run.entries[$0].item)
            }
            let links = timed("  rank the links of open items", asked.count) {
                asked.map { number in
                    run.list.item(run.entries[number].item).map { judge.links(of: input.pages[number], for: $0) } ?? []
                }
            }
            said.append("\(links)")
        }
        print(String(format: "  everything inside judging: %.1f ms wall, %.1f ms CPU", wall, cpu))
        print("  digest of all that was said: \(StoredRunBenchmark.digest(said.joined()))")
    }

    /// Findings and quotes as text, so that two versions of the program can be compared by one number.
    private static func text(of judgement: Judgement) -> String {
        let quotes = judgement.quotes.sorted { $0.key < $1.key }
            .map { entry in "\(entry.key) \(entry.value.map { "\($0.text) @ \($0.place)" })" }
        let findings = judgement.findings.map { finding in
            var bare = finding
            for index in bare.elements.indices { bare.elements[index].surroundings = QuoteSurroundings() }
            return "\(bare)"
        }
        return findings.joined(separator: "\n") + quotes.joined(separator: "\n")
    }

    /// FNV-1a of 64 bits.
    private static func digest(_ text: String) -> String {
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }
}
