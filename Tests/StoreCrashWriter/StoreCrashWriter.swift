import Digests
import Findings
import Glibc
import GradingCore
import Storage
import WebEvidence

/// Keeps pages in the store of the named folder for ever and tells each one on standard output once it is kept: what
/// was told must be there whenever this program is killed.
@main
enum StoreCrashWriter {
    static func main() async throws {
        guard CommandLine.arguments.count == 2, let asOf = CivilDate(iso: "2023-05-15") else { exit(64) }
        let store = try await FileStore.open(CommandLine.arguments[1], mode: .writing)
        let draft = RunDraft(
            agency: AgencyProfile(name: "ทุ่งตัวอย่าง", website: "https://www.example/"), submission: [],
            fiscalYear: FiscalYear(2566), asOf: asOf, isDraft: false, resumeKey: ResumeKey("crash"),
            toolVersion: "1", checklistDigest: "a", startedAt: "2026-11-21T03:00:00Z")
        let unfinished = try await store.unfinished(draft.resumeKey)
        var run = unfinished?.key
        if run == nil { run = try await store.begin(draft) }
        guard let run else { exit(70) }
        for number in (unfinished?.pageCount ?? 0)..<1_000_000 {
            try await store.keep(KeptPage(record: try record(number)), of: run)
            let line = "\(number)\n"
            _ = line.withCString { write(1, $0, strlen($0)) }
        }
    }

    private static func record(_ number: Int) throws -> FetchRecord {
        let address = try PageAddress("https://www.example/\(number)")
        var text = "<html><h1>หน้า \(number)</h1>"
        for line in 0..<(20 + number % 60) {
            text += "<p>บรรทัดที่ \(line) \((number * 7919 + line * 104_729) % 65_521)</p>"
        }
        let body = Array(text.utf8)
        return FetchRecord(
            requested: address, final: address, status: 200, body: body,
            sha256: ContentDigest(of: body).hexadecimal, outcome: .ok)
    }
}
