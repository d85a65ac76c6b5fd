import Foundation
import Programs
import Rendering
import TestSupport
import Testing
import WebEvidence

extension RenderingTests {
    /// Pages that want to harm: each costs its own result, nothing else.
    @Suite struct HostilePages {
        private static let honest = "<p id=a></p><script>setTimeout(() => a.append('ปกติ'), 100)</script>"

        private func expectHonestPage(_ renderer: PageRenderer) async throws {
            #expect(try await RenderedSite().rendered(Self.honest, by: renderer).get().text.contains("ปกติ"))
        }

        @Test(arguments: [
            "while (true) {}", "setTimeout(() => { while (true) {} }, 50)",
            "setTimeout(() => { const f = () => Promise.resolve().then(f); f() }, 50)",
            "new Worker(URL.createObjectURL(new Blob(['while (true) {}'])))",
        ])
        func aPageThatNeverStopsIsStopped(_ script: String) async throws {
            try await withRenderer {
                $0.pageTime = .seconds(6)
            } _: { renderer in
                let result = await RenderedSite().rendered("<p>ก่อน</p><script>\(script)</script>", by: renderer)
                switch result {
                case .success(let page):
                    #expect(page.text.contains("ก่อน"))
                    #expect(page.reached == [.time])
                case .failure(let failure):
                    // A loop of microtasks does not always obey; then its browser goes with it.
                    #expect(failure == .unresponsive)
                }
                try await expectHonestPage(renderer)
            }
        }

        @Test func endlessRequestsAreStopped() async throws {
            try await withRenderer { renderer in
                let site = RenderedSite()
                let html = "<p>ก่อน</p><script>let n = 0; const f = () => fetch('/x' + n++).then(f, f); f()</script>"
                let page = try await site.rendered(html, by: renderer).get()
                #expect(site.requests.count == RenderLimits().requests)
                #expect(page.reached == [.attempts, .requests])
                #expect(page.text.contains("ก่อน"))
                try await expectHonestPage(renderer)
            }
        }

        @Test func manyBytesAreRefused() async throws {
            try await withRenderer {
                $0.bytes = 300_000
            } _: { renderer in
                let site = RenderedSite(["/big": String(repeating: "x", count: 200_000)])
                let html = """
                    <p id=a></p><script>(async () => { for (let i = 0; i < 4; i++)
                    try { a.append((await (await fetch('/big')).text()).length, ' ') } catch { a.append('no ') } })()</script>
                    """
                let page = try await site.rendered(html, by: renderer).get()
                #expect(page.text.contains("200000 no no no "))
                #expect(page.reached == [.bytes])
                #expect(site.requests.count == 2)
            }
        }

        @Test func aHugeDocumentIsCut() async throws {
            try await withRenderer { renderer in
                let html =
                    "<div id=a></div><script>a.innerHTML = ('<p>' + '0123456789'.repeat(600) + '</p>').repeat(2000)</script>"
                let page = try await RenderedSite().rendered(html, by: renderer).get()
                #expect(page.reached == [.documentLength])
                #expect((8 << 20..<9 << 20).contains(page.html.count))
                #expect(page.text.hasSuffix("</body></html>"))
            }
        }

        @Test func aDeepDocumentIsWritten() async throws {
            try await withRenderer { renderer in
                let html = """
                    <div id=a></div><script>let n = a; for (let i = 0; i < 3000; i++) {
                    const c = document.createElement('i'); n.append(c); n = c } n.append('ลึก')</script>
                    """
                let page = try await RenderedSite().rendered(html, by: renderer).get()
                #expect(page.text.contains("ลึก"))
            }
        }

        @Test func millionsOfElementsCostOneResult() async throws {
            try await withRenderer {
                $0.pageTime = .seconds(20)
            } _: { renderer in
                let html = "<div id=a></div><script>a.innerHTML = '<p>0123456789</p>'.repeat(3000000)</script>"
                let result = await RenderedSite().rendered(html, by: renderer)
                let isCut = (try? result.get())?.reached.contains(.documentLength) ?? false
                #expect(isCut || result == .failure(.crashed) || result == .failure(.unresponsive))
                try await expectHonestPage(renderer)
            }
        }

        @Test func memoryEndsThePageAlone() async throws {
            try await withRenderer { renderer in
                let html =
                    "<script>const a = []; setTimeout(() => { while (true) a.push({a: a.length, b: [1, 2, 3]}) }, 10)</script>"
                #expect(await RenderedSite().rendered(html, by: renderer) == .failure(.crashed))
                try await expectHonestPage(renderer)
            }
        }

        @Test func thereIsNoWayToTheNetwork() async throws {
            try await withLoopbackServer(script: { _ in .page("reached") }) { server in
                let port = try #require(URL(string: server.address("/"))?.port)
                let html = """
                    <p id=a></p><iframe src=http://127.0.0.1:\(port)/frame></iframe><img src=http://127.0.0.1:\(port)/img>
                    <script>const at = '127.0.0.1:\(port)';
                    fetch(`http://${at}/fetch`).catch(() => a.append('fetch '));
                    const s = new WebSocket(`ws://${at}/`); s.onerror = () => a.append('socket ');
                    navigator.sendBeacon(`http://${at}/beacon`, 'x'); new EventSource(`http://${at}/events`);
                    const l = document.createElement('link'); l.rel = 'preconnect'; l.href = `http://${at}/`; document.head.append(l);
                    const d = document.createElement('link'); d.rel = 'dns-prefetch'; d.href = 'http://x.example/'; document.head.append(d);
                    const w = new Worker(URL.createObjectURL(new Blob([`fetch('http://${at}/w').catch(() => 0);
                      new WebSocket('ws://${at}/w')`])));
                    try { const c = new RTCPeerConnection({iceServers: [{urls: `stun:${at}`}, {urls: `turn:${at}?transport=tcp`,
                      username: 'a', credential: 'b'}]}); c.createDataChannel('x'); c.createOffer().then(o => c.setLocalDescription(o)) }
                    catch {} navigator.serviceWorker?.register('/sw.js').catch(() => 0);
                    try { new WebTransport(`https://${at}/`).ready.catch(() => 0) } catch {}
                    window.open(`http://${at}/popup`); const k = document.createElement('a'); k.href = `http://${at}/click`;
                    k.target = '_blank'; k.click(); k.download = 'x'; k.target = ''; k.click();</script>
                    """
                try await withRenderer { renderer in
                    let site = RenderedSite()
                    let page = try await site.rendered(html, by: renderer).get()
                    #expect(page.text.contains("fetch"))
                    // Whatever is passed on is asked of us, and only what is read.
                    #expect(
                        Set(site.requests.map(\.address.path)).isSubset(of: [
                            "/frame", "/fetch", "/click", "/sw.js", "/w", "/events",
                        ]))
                    #expect(site.addresses.contains("http://127.0.0.1:\(port)/fetch"))
                }
                #expect(server.requests.isEmpty)
            }
        }

        @Test func filesAreOutOfReach() async throws {
            try await withTemporaryFolder { folder in
                let file = folder.appendingPathComponent("secret.html")
                try Data("ความลับ".utf8).write(to: file)
                let html = """
                    <p id=a>อยู่</p><iframe src='file://\(file.path)'></iframe><script src='file://\(file.path)'></script><script>
                    fetch('file://\(file.path)').then(r => r.text()).then(t => a.append(t)).catch(() => a.append('ไม่ได้'));
                    window.open('file://\(file.path)'); setTimeout(() => location = 'file://\(file.path)', 300)</script>
                    """
                try await withRenderer { renderer in
                    let site = RenderedSite()
                    let page = try await site.rendered(html, by: renderer).get()
                    #expect(page.text.contains("อยู่ไม่ได้") && !page.text.contains("ความลับ"))
                    #expect(page.finalAddress.text == RenderedSite.front)
                    #expect(site.requests.isEmpty)
                }
            }
        }

        @Test func aDownloadIsNoDocument() async throws {
            try await withRenderer { renderer in
                let result = await RenderedSite().rendered("PK..", by: renderer, type: "application/zip")
                #expect(result == .failure(.noDocument))
                let stays = "<p>อยู่</p><a id=k download href=/x.zip>x</a><script>k.click()</script>"
                let page = try await RenderedSite().rendered(stays, by: renderer).get()
                #expect(page.text.contains("อยู่"))
            }
        }

        @Test func nothingIsKeptFromPageToPage() async throws {
            try await withRenderer { renderer in
                let html = """
                    <p id=a></p><script>a.append('[', document.cookie, localStorage.x || '', ']');
                    document.cookie = 'x=1'; localStorage.x = 1</script>
                    """
                for _ in 0..<2 {
                    let page = try await RenderedSite().rendered(html, by: renderer).get()
                    #expect(page.text.contains("[]"))
                }
            }
        }

        @Test func aBrowserThatIsKilledCostsOneResultAtMost() async throws {
            try await withRenderer { renderer in
                try await expectHonestPage(renderer)
                let state = try await renderer.check().get()
                #expect(state.confinement.isComplete)
                let site = RenderedSite()
                let result = await renderer.rendered(
                    try PageAddress(RenderedSite.front),
                    main: RenderedSite.page(
                        "<p id=a></p><script>fetch('/x').then(() => a.append('อีกครั้ง'))</script>", at: RenderedSite.front
                    ),
                    userAgent: "x", date: RenderedSite.date,
                    answer: { request in
                        // The first time the browser dies while it waits.
                        if site.requests.isEmpty { for child in browserProcesses() { kill(pid_t(child), SIGKILL) } }
                        _ = site.answer(request)
                        return RenderedSite.page("ok", at: request.address.text)
                    })
                #expect(try result.get().text.contains("อีกครั้ง"))
                try await expectHonestPage(renderer)
            }
        }
    }
}

/// Browsers that this process has started (their tool chain is a child of ours).
private func browserProcesses() -> [Int] {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
    let children = tasks.flatMap { task in
        String(
            decoding: FileManager.default.contents(atPath: "/proc/self/task/\(task)/children") ?? Data(), as: UTF8.self
        )
        .split(separator: " ").compactMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    }
    return children.filter { child in
        let line = FileManager.default.contents(atPath: "/proc/\(child)/cmdline") ?? Data()
        return line.range(of: Data("--remote-debugging-pipe".utf8)) != nil
    }
}
