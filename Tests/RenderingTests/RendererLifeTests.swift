import Foundation
import Programs
import Rendering
import TestSupport
import Testing
import WebEvidence

extension RenderingTests {
    /// The browser: found, confined, replaced, ended.
    @Suite struct RendererLife {
        @Test func withoutABrowserEveryPageSaysSo() async throws {
            try await withTemporaryFolder { folder in
                #expect(BrowserProgram.find(searchPath: folder.path) == nil)
                await withPageRenderer(nil, spawner: ProgramSpawner()) { renderer in
                    #expect(await RenderedSite().rendered("<p>x", by: renderer) == .failure(.notInstalled))
                }
            }
        }

        @Test func theFirstNameThatIsThereIsTaken() async throws {
            try await withTemporaryFolder { folder in
                for name in ["google-chrome", "chromium-browser"] {
                    let path = folder.appendingPathComponent(name)
                    try Data("#!/bin/sh\n".utf8).write(to: path)
                    chmod(path.path, 0o755)
                }
                #expect(BrowserProgram.find(searchPath: folder.path)?.name == "chromium-browser")
            }
        }

        @Test func withoutASandboxTheBrowserIsNotUsed() async throws {
            try await withTemporaryFolder { folder in
                for name in ["setpriv", "prlimit", "true"] {
                    try FileManager.default.createSymbolicLink(
                        atPath: folder.appendingPathComponent(name).path, withDestinationPath: try Program(name).path)
                }
                let spawner = ProgramSpawner(searchPath: folder.path)
                await withPageRenderer(BrowserProgram.find(), spawner: spawner) { renderer in
                    guard case .failure(.notConfined(let what)) = await RenderedSite().rendered("<p>x", by: renderer)
                    else { return _ = Issue.record("was rendered without sandbox") }
                    #expect(what.contains("bubblewrap"))
                }
            }
        }

        @Test func aBrowserWithoutItsOwnSandboxIsNotUsed() async throws {
            let browser = try #require(BrowserProgram.find())
            try await withTemporaryFolder { folder in
                chmod(folder.path, 0o755)
                let path = folder.appendingPathComponent("chromium").path
                try Data("#!/bin/sh\nexec \(browser.path) --no-sandbox \"$@\"\n".utf8).write(
                    to: URL(fileURLWithPath: path))
                chmod(path, 0o755)
                await withPageRenderer(try Program(path), spawner: ProgramSpawner()) { renderer in
                    guard case .failure(.notConfined(let what)) = await RenderedSite().rendered("<p>x", by: renderer)
                    else { return _ = Issue.record("was rendered without sandbox") }
                    #expect(what.contains("namespaces") && what.contains("seccomp"))
                }
            }
        }

        @Test func aProgramThatIsNoBrowserFails() async throws {
            try await withRenderer { _ in }  // the machine has one
            await withPageRenderer(try Program("true"), spawner: ProgramSpawner()) { renderer in
                guard case .failure(.browserFailed) = await RenderedSite().rendered("<p>x", by: renderer)
                else { return _ = Issue.record("was rendered by true") }
            }
        }

        @Test func theBrowserIsReplacedAfterSoManyPages() async throws {
            try await withRenderer {
                $0.pagesPerBrowser = 2
            } _: { renderer in
                for number in 0..<5 {
                    let page = try await RenderedSite().rendered("<p>หน้า \(number)", by: renderer).get()
                    #expect(page.text.contains("หน้า \(number)"))
                }
            }
        }

        @Test func twoPagesAtOnceDoNotMix() async throws {
            try await withRenderer {
                $0.concurrency = 2
            } _: { renderer in
                await withTaskGroup(of: (Int, String).self) { group in
                    for number in 0..<6 {
                        group.addTask {
                            let site = RenderedSite(["/x": "ข้อมูล \(number)"])
                            let html =
                                "<p id=a></p><script>fetch('/x').then(r => r.text()).then(t => a.append(t))</script>"
                            return (number, (try? await site.rendered(html, by: renderer).get().text) ?? "")
                        }
                    }
                    for await (number, text) in group { #expect(text.contains(">ข้อมูล \(number)<")) }
                }
            }
        }

        @Test func aCancelledPageEndsAtOnceAndTheNextOneWorks() async throws {
            try await withRenderer { renderer in
                let (asked, signal) = AsyncStream.makeStream(of: Void.self)
                let task = Task {
                    defer { signal.finish() }  // also where nothing was asked
                    return await renderer.rendered(
                        try! PageAddress(RenderedSite.front),
                        main: RenderedSite.page("<script>fetch('/never')</script>", at: RenderedSite.front),
                        userAgent: "x", date: RenderedSite.date,
                        answer: { _ in
                            signal.yield()
                            try? await Task.sleep(for: .seconds(600))
                            return .refused
                        })
                }
                for await _ in asked { break }
                task.cancel()
                #expect(await task.value == .failure(.cancelled))
                let page = try await RenderedSite().rendered("<p>ต่อ", by: renderer).get()
                #expect(page.text.contains("ต่อ"))
            }
        }

        @Test func anAnswerThatNeverComesCostsThePageItsTime() async throws {
            try await withRenderer {
                $0.pageTime = .seconds(4)
            } _: { renderer in
                let page = try await renderer.rendered(
                    try PageAddress(RenderedSite.front),
                    main: RenderedSite.page("<p>ก่อน</p><script>fetch('/never')</script>", at: RenderedSite.front),
                    userAgent: "x", date: RenderedSite.date,
                    answer: { _ in
                        try? await Task.sleep(for: .seconds(600))
                        return .refused
                    }
                ).get()
                #expect(page.text.contains("ก่อน") && page.reached == [.time])
            }
        }
    }
}
