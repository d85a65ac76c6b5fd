import GradingCore
import Programs
import Rendering
import Testing
import WebEvidence

extension RenderingTests {
    /// Pages of honest agencies, made by script.
    @Suite struct ScriptPages {
        /// A page, the answers that it needs, what it must come to and what must be left out.
        struct Case: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let html: String
            var answers: [String: String] = [:]
            var shows: [String] = []
            var hides: [String] = []
        }

        static let cases = [
            Case(
                testDescription: "a list that is fetched after 200 ms",
                html: """
                    <div id=root></div><script>
                    setTimeout(async () => {
                      const items = await (await fetch('/api/news')).json();
                      root.innerHTML = '<ul>' + items.map(x => `<li><a href=/n/${x.id}>${x.title}</a>`).join('') + '</ul>';
                    }, 200)</script>
                    """,
                answers: ["/api/news": #"[{"id":7,"title":"ประกาศแผนการใช้จ่ายงบประมาณ"}]"#],
                shows: [#"<li><a href="/n/7">ประกาศแผนการใช้จ่ายงบประมาณ</a></li>"#]),
            Case(
                testDescription: "timers of three seconds, and none of a minute",
                html:
                    "<p id=a></p><script>setTimeout(()=>a.append('สาม'),3000);setTimeout(()=>a.append('late'),60000)</script>",
                shows: [">สาม<"], hides: ["late"]),
            Case(
                testDescription: "a script of its own, asked for with its address",
                html: "<p id=a></p><script src='app.js'></script>", answers: ["/app.js": "a.append('จากสคริปต์')"],
                shows: ["จากสคริปต์"]),
            Case(
                testDescription: "data of another site, asked with a header of its own",
                html: """
                    <p id=a></p><script>fetch('http://api.example/list', {headers: {'X-Key': '1'}})
                    .then(r => r.json()).then(x => a.append(x[0]), e => a.append(e))</script>
                    """,
                answers: ["http://api.example/list": #"["ข้อมูลกลาง"]"#], shows: ["ข้อมูลกลาง"]),
            Case(
                testDescription: "shadow trees with slots",
                html: """
                    <x-card><b>หัวข้อ</b></x-card><script>customElements.define('x-card', class extends HTMLElement {
                    connectedCallback() { this.attachShadow({mode: 'open'}).innerHTML = '<h2>เงา <slot></slot></h2>' } })</script>
                    """,
                shows: ["<x-card><h2>เงา <slot><b>หัวข้อ</b></slot></h2></x-card>"]),
            Case(
                testDescription: "frames, also of another site, with absolute links",
                html: "<p>นอก</p><iframe src=http://sites.example/embed/page></iframe>",
                answers: [
                    "http://sites.example/embed/page":
                        "<a href=doc.pdf>ใน</a><script>setTimeout(() => document.body.append('กรอบ'), 300)</script>"
                ],
                shows: [
                    #"<section data-frame="http://sites.example/embed/page">"#,
                    #"<a href="http://sites.example/embed/doc.pdf">ใน</a>กรอบ</section></body></html>"#,
                ]),
            Case(
                testDescription: "the date of the assessment, Bangkok's clock and the Thai language",
                html: """
                    <p id=a></p><script>a.append(new Date().toISOString().slice(0, 13), ' ', new Date().getHours(), ' ',
                    navigator.language, ' ', navigator.userAgent)</script>
                    """,
                shows: ["2026-11-21T05 12 th-TH oit-test/1"]),
            Case(
                testDescription: "neither scripts nor what is for browsers without them",
                html: "<noscript>เปิดใช้งาน JavaScript</noscript><template>แม่แบบ</template><style>p{}</style><p>จริง</p>"
                    + #"<script type="application/ld+json">{"datePublished":"2026-01-02"}</script>"#,
                shows: ["<p>จริง</p>", "datePublished"], hides: ["JavaScript", "แม่แบบ", "p{}"]),
            Case(
                testDescription: "dialogs that are answered by nobody",
                html: "<p id=a></p><script>alert(1); a.append(confirm(2), ' ', prompt(3)); print()</script>",
                shows: ["false null"]),
            Case(
                testDescription: "dialogs and titles of half characters",
                html: "<p id=a></p><script>alert('\\ud800'); document.title = '\\ud800'; a.append('ต่อ')</script>",
                shows: ["ต่อ"]),
            Case(
                testDescription: "fields that bear the names of properties",
                html: """
                    <form action=/s><input name=attributes><input name=childNodes><input name=localName>
                    <input name=lastChild><input name=nodeType><p>ในแบบฟอร์ม</p></form><img name=documentElement><img name=body>
                    <script>Node.prototype.appendChild = Element.prototype.getAttribute = null;
                    JSON.stringify = () => '"lie"'; Array.prototype.join = () => 'lie'</script>
                    """,
                shows: [#"<form action="/s">"#, "ในแบบฟอร์ม"], hides: ["lie"]),
        ]

        @Test func pagesStandAsAVisitorSeesThem() async throws {
            try await withRenderer { renderer in
                for item in Self.cases {
                    let site = RenderedSite(item.answers)
                    let page = try await site.rendered(item.html, by: renderer).get()
                    for text in item.shows {
                        #expect(page.text.contains(text), "\(item.testDescription): \(page.text)")
                    }
                    for text in item.hides {
                        #expect(!page.text.contains(text), "\(item.testDescription): \(page.text)")
                    }
                    #expect(page.reached.isEmpty, "\(item.testDescription)")
                    #expect(page.finalAddress.text == RenderedSite.front)
                    #expect(
                        site.addresses.sorted()
                            == item.answers.keys
                            .map { $0.hasPrefix("/") ? "http://agency.example" + $0 : $0 }.sorted(),
                        "\(item.testDescription)")
                }
            }
        }

        @Test func theSamePageGivesTheSameDocument() async throws {
            let html = """
                <p id=a></p><script>let n = 0; const i = setInterval(() => { if (++n > 50) clearInterval(i) }, 7);
                setTimeout(() => fetch('/x').then(r => r.text()).then(t => a.append(t, Math.random(), ' ', new Date())), 99); setTimeout(() => a.append(n), 2000)
                </script>
                """
            try await withRenderer { renderer in
                let site = RenderedSite(["/x": "ก"])
                let first = try await site.rendered(html, by: renderer).get()
                for _ in 0..<4 {
                    let page = try await site.rendered(html, by: renderer).get()
                    #expect(page.text == first.text)
                    #expect(page.requests == first.requests)
                }
            }
        }

        @Test func whatWasAskedForIsTold() async throws {
            try await withRenderer { renderer in
                let site = RenderedSite(["/data": "ข้อมูล"])
                let html = """
                    <img src=/a.png><link rel=stylesheet href=/a.css><script>
                    fetch('/data').then(() => fetch('/none').catch(() => fetch('/send', {method: 'POST', body: '1'})))</script>
                    """
                let page = try await site.rendered(html, by: renderer).get()
                #expect(page.requests.map(\.request.address.path) == ["/data", "/none"])
                #expect(page.requests.map(\.status) == [200, nil])
                #expect(page.requests.first?.bytes == "ข้อมูล".utf8.count)
                #expect(page.requests.first?.request.kind == .data)
                #expect(page.withheld >= 3)  // picture, styles, sending; and the browser's own wish for an icon
                #expect(page.browser.contains("/"))
                #expect(
                    site.requests.first?.headers.contains { $0.name == "Referer" && $0.value == RenderedSite.front }
                        == true)
            }
        }

        @Test func aPageThatGoesOnStandsAtItsNewAddress() async throws {
            let ways = [
                "<meta http-equiv=refresh content='1;url=/b'>", "<script>location = '/b'</script>",
                "<script>setTimeout(() => location.replace('http://other.example/b'), 500)</script>",
            ]
            try await withRenderer { renderer in
                for way in ways {
                    let other = "หน้าใหม่<script>setTimeout(() => document.body.append('ต่อมา'), 800)</script>"
                    let site = RenderedSite(["/b": other, "http://other.example/b": other])
                    let page = try await site.rendered(way, by: renderer).get()
                    #expect(page.finalAddress.path == "/b")
                    #expect(page.text.contains("หน้าใหม่ต่อมา"))
                    #expect(site.requests.map(\.kind) == [.document])
                }
            }
        }

        @Test func anAnswerFromElsewhereMovesThePageThere() async throws {
            try await withRenderer { renderer in
                let address = try PageAddress(RenderedSite.front)
                let page = try await renderer.rendered(
                    address, main: RenderedSite.page("<script>location = '/go'</script>", at: address.text),
                    userAgent: "x", date: RenderedSite.date,
                    answer: { _ in RenderedSite.page("<p>ถึงแล้ว", at: "http://other.example/there/") }
                ).get()
                #expect(page.finalAddress.text == "http://other.example/there/")
                #expect(page.text.contains("ถึงแล้ว"))
                #expect(page.requests.count == 1)
            }
        }

        @Test func whoMayNotLeaveStays() async throws {
            try await withRenderer { renderer in
                let site = RenderedSite()
                let page = try await site.rendered(
                    "<p>อยู่ที่เดิม</p><script>location = 'http://elsewhere.example/'</script>", by: renderer
                ).get()
                #expect(page.finalAddress.text == RenderedSite.front)
                #expect(page.text.contains("อยู่ที่เดิม"))
                #expect(site.addresses == ["http://elsewhere.example/"])
            }
        }

        @Test func theFragmentReachesTheScript() async throws {
            try await withRenderer { renderer in
                let page = try await RenderedSite().rendered(
                    "<p id=a></p><script>a.append(location.hash)</script>", by: renderer,
                    at: "http://agency.example/app#/news/5"
                ).get()
                #expect(page.text.contains("#/news/5"))
                #expect(page.finalAddress.fragment == "/news/5")
            }
        }
    }
}
