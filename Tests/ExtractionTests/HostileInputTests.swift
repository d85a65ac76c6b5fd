import Testing
import WebEvidence

@testable import Extraction

@Suite struct HostileInputTests {
    static let markups: [String] = [
        String(repeating: "<b>", count: 60_000) + "x" + String(repeating: "</i>", count: 60_000),
        String(repeating: "<div>", count: 60_000), String(repeating: "<table><tr><td>", count: 20_000),
        String(repeating: "<ul><li>x<a href=a>y</a>", count: 5_000), String(repeating: "<form>", count: 5_000),
        String(repeating: "<", count: 200_000), String(repeating: "<!--", count: 100_000), "<a href='",
        "<table><td colspan='",
        "<a " + (0..<60_000).map { "a\($0)=1" }.joined(separator: " ") + ">x</a>",
        "<a x=\">\" " + (0..<60_000).map { "a\($0)" }.joined(separator: " "), "<script>", "<title>", "<!DOCTYPE",
        "&#xFFFFFFFF;&#0;",
        String(repeating: "<select><option value='/a?b=1'>x", count: 3_000),
        String(repeating: "<span onclick=\"location='a/b'\">x", count: 5_000),
        "<div onclick=\"" + String(repeating: "'x',", count: 50_000) + "\">x</div>",
        String(repeating: "<div role=tab aria-controls=a>x", count: 5_000), "<base href='http://['><a href='//['>x</a>",
        "<script type='application/ld+json'>" + String(repeating: "[", count: 100_000) + "</script>",
        "<frameset>" + String(repeating: "<frame src=a>", count: 25_000),
    ]

    @Test(.timeLimit(.minutes(1)), arguments: markups.indices)
    func hostileMarkupIsReadInBoundedTime(index: Int) throws {
        let document = try Fixture.document(HostileInputTests.markups[index])
        #expect(document.links.count <= Limits.links)
    }

    @Test func textSurvivesATagWithTooManyAttributes() throws {
        let attributes = (0..<5_000).map { "a\($0)='>'" }.joined(separator: " ")
        let document = try Fixture.document("<p>ก</p><a href=x \(attributes)>ข</a><p>ค</p>")
        #expect(document.blocks.map(\.text) == ["ก", "ข", "ค"])
        #expect(document.links.map(\.target) == ["x"])
    }

    @Test func anyBytesAreReadWithoutFailure() throws {
        var state: UInt64 = 2566
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces = [
            "<table>", "<tr>", "<td colspan=3 rowspan=2>", "<th>", "</table>", "<a href=x>", "</a>", "<li>", "<ul>",
            "</ul>",
            "<h2>", "</h2>", "<div class='tab-pane' id=a>", "<a data-toggle=tab href=#a>", "</div>", "<br>", "<br><br>",
            "<form>", "<input>", "<textarea>", "</form>", "<nav>", "</nav>", "ก", "2566 ", "<b>", "</b>", "<dl><dt>",
            "<dd>",
            "<caption>", "<thead>", "</thead>", "<img src=a>", "<noscript>", "</noscript>", "\u{0}", "<p>", "</td>",
            "</tr>",
        ]
        for _ in 0..<300 {
            var body: [UInt8] = []
            for _ in 0..<next(120) {
                body += next(30) == 0 ? [UInt8(next(256))] : Array(pieces[next(pieces.count)].utf8)
            }
            let document = extractedDocument(
                body: body, contentType: "text/html", lastModified: nil, address: try Fixture.address())
            try checkReferences(document)
        }
    }

    /// Every index inside a document points at something, every text is folded and not empty.
    private func checkReferences(_ document: ExtractedDocument) throws {
        for (index, block) in document.blocks.enumerated() {
            #expect(!block.text.isEmpty && block.text.utf8.first != 32 && block.text.utf8.last != 32)
            #expect(block.linkedBytes <= block.text.utf8.count)
            #expect(
                block.headingPath.allSatisfy {
                    $0 < index && document.blocks[$0].isHeading || isSection(document.blocks[$0])
                })
            #expect(block.links.allSatisfy { document.links.indices.contains($0) })
            if case .cell(let table?, let row, _, let isHead) = block.kind {
                #expect(document.tables.indices.contains(table))
                #expect(isHead || document.tables[table].rows.indices.contains(row))
            }
        }
        #expect(document.links.allSatisfy { $0.block.map(document.blocks.indices.contains) ?? true })
    }

    private func isSection(_ block: TextBlock) -> Bool {
        switch block.kind {
        case .cell(_, _, _, let isHead): isHead
        case .caption: true
        default: false
        }
    }

    @Test func manyThreadsReadAtOnce() async throws {
        let body = try Fixture.bytes("oit-index-table.html") + Array("<p>&bad; \u{FFFE}<a".utf8)
        let address = try Fixture.address()
        let expected = extractedDocument(body: body, contentType: nil, lastModified: nil, address: address)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    extractedDocument(body: body, contentType: nil, lastModified: nil, address: address) == expected
                }
            }
            for await isEqual in group { #expect(isEqual) }
        }
    }

    @Test func tenMegabytesAreReadInSeconds() throws {
        let paragraph = "<p>" + String(repeating: "ประกาศแผนการจัดซื้อจัดจ้าง ", count: 20) + "</p>"
        let document = try Fixture.document(String(repeating: paragraph, count: 7_000))
        #expect(document.blocks.count == 7_000)
    }
}
