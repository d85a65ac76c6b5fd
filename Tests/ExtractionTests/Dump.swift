import FoundationEssentials
import Testing
import WebEvidence

@testable import Extraction

@Test func dump() throws {
    guard let wanted = ProcessInfo.processInfo.environment["DUMP"] else { return }
    for name in wanted.split(separator: ",") {
        let d = try Fixture.page(String(name))
        print(
            "=====", name, d.title, d.encoding, d.hasDamagedText, "script", d.needsScript, "refresh",
            d.refreshTarget?.text ?? "-")
        for (i, b) in d.blocks.enumerated() {
            print(i, b.kind, b.region, "[\(b.text)]", b.linkedBytes, b.headingPath, b.links)
        }
        for t in d.tables { print("T", t.caption, t.head, t.rows, t.headingPath) }
        for l in d.links {
            print(
                "L", l.address?.text ?? "-", l.target,
                "text=\(l.text) label=\(l.label) row=\(l.row) col=\(l.columnHead) h=\(l.headings)", l.region,
                l.block ?? -1)
        }
        for f in d.forms { print("F", f) }
        for f in d.images {
            print("I", f.address?.text ?? "-", f.alternativeText, f.width ?? 0, f.height ?? 0, f.headings)
        }
        for f in d.machineDates { print("D", f) }
        for f in d.embeds { print("E", f.kind, f.address?.text ?? "-", f.title) }
    }
}
