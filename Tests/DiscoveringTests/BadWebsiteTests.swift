import Discovering
import Fetching
import GradingCore
import TestSupport
import Testing
import WebEvidence

@Suite struct BadWebsiteTests {
    @Test(
        "a shop for apps and a social network are told without any request",
        arguments: [
            ("https://play.google.com/store/apps/details?id=th.go.example", true),
            ("https://www.facebook.com/example.sao", false),
        ])
    func elsewhere(address: String, isStore: Bool) async throws {
        let found = try await discover(address)
        switch found.problem {
        case .appStore: #expect(isStore)
        case .socialNetwork: #expect(!isStore)
        default: Issue.record("\(String(describing: found.problem))")
        }
        #expect(found.effort.requests == 0)
    }

    @Test("a website that leads to another one is not searched")
    func redirected() async throws {
        let server = try LoopbackServer { request in
            let host = request.header("Host") ?? ""
            guard host.hasPrefix("www.one.example") else {
                return .page(page("หน่วยงานอื่น", "<a href=\"/oit\">OIT 2566</a>"))
            }
            return .redirect(Array("http://www.two.example:\(host.split(separator: ":").last ?? "")/".utf8))
        }
        defer { server.stop() }
        let found = try await discover(
            server.address(host: "www.one.example"),
            settings: loopback(names: ["www.one.example", "www.two.example"], port: server.port))
        guard case .otherSite(let address) = found.problem else {
            Issue.record("\(String(describing: found.problem))")
            return
        }
        #expect(address.host == "www.two.example")
        #expect(!server.targets.contains("/oit"))
    }

    @Test("a login wall, a refusal, a file and a silent name each have their own word")
    func doors() async throws {
        let login = try site([
            "/": page(
                "เข้าสู่ระบบ",
                "<form method=\"post\"><input name=\"username\"><input type=\"password\" name=\"password\"><button>เข้าสู่ระบบ</button></form><p>กรุณาเข้าสู่ระบบก่อนใช้งาน</p>"
            )
        ])
        defer { login.stop() }
        #expect(try await discover(login.address()).problem == .loginWall)
        let refusing = try LoopbackServer { _ in .page("Forbidden", status: 403) }
        defer { refusing.stop() }
        #expect(try await discover(refusing.address()).problem == .blocked(.blocked))
        let file = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .page("", status: 404) : .page(Array("%PDF-1.4\n".utf8), type: "application/pdf")
        }
        defer { file.stop() }
        guard case .noPage = try await discover(file.address()).problem else {
            Issue.record("a file is no page")
            return
        }
        #expect(try await discover("http://no-such-name.invalid/").problem == .unreachable(.dnsFailure))
    }

    @Test("robots.txt is obeyed for the front page and for what it links to")
    func robots() async throws {
        let shut = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .page(Array("User-agent: *\nDisallow: /\n".utf8), type: "text/plain") : .page(page("หน้า", ""))
        }
        defer { shut.stop() }
        #expect(try await discover(shut.address()).problem == .robotsRefused)
        #expect(shut.targets == ["/robots.txt", "/robots.txt"])
        let partly = try LoopbackServer { request in
            switch request.path {
            case "/robots.txt": .page(Array("User-agent: *\nDisallow: /private\n".utf8), type: "text/plain")
            case "/": .page(page("หน้า", "<a href=\"/private/oit\">OIT 2566</a>"))
            default: .page(page("404", ""), status: 404)
            }
        }
        defer { partly.stop() }
        let found = try await discover(partly.address())
        #expect(found.problem == nil)
        #expect(!partly.targets.contains("/private/oit"))
    }

    @Test("session ids make no new page, in the query or in the path")
    func sessions() async throws {
        let server = try LoopbackServer { request in
            guard !["/sitemap.xml"].contains(request.path) else { return .page("", status: 404) }
            let id = request.arrivedAt.hashValue
            let links = (0..<10).map {
                "<a href=\"/p\($0).php?PHPSESSID=\(id)\">เมนู</a> <a href=\"/d\($0).do;jsessionid=\(id)?x=1\">เมนู</a>"
            }
            return .page(page("หน้า \(request.path)", links.joined()))
        }
        defer { server.stop() }
        _ = try await discover(server.address())
        let paths = server.targets.map { target in String(target.prefix { $0 != "?" && $0 != ";" }) }
        #expect(Set(paths).count == paths.count)
        #expect(paths.contains("/p9.php") && paths.contains("/d9.do"))
    }

    @Test("addresses that grow or repeat themselves end")
    func endless() async throws {
        let server = try LoopbackServer { request in
            .page(page("หน้า", "<a href=\"\(request.path)/sub\">ลึก</a><a href=\"sub/\">ลึก</a>"))
        }
        defer { server.stop() }
        let found = try await discover(server.address())
        #expect(server.targets.count < 40)
        #expect(found.items.isEmpty)
    }

    @Test("a calendar without end is left after a few pages and the rest of the site is seen", arguments: ["/", "-"])
    func calendar(sign: String) async throws {
        let server = try LoopbackServer { request in
            let parts = request.path.dropFirst(5).split(separator: Character(sign)).compactMap { Int($0) }
            if request.path == "/" {
                return .page(page("เทศบาล", "<a href=\"/day/2566\(sign)1\">กิจกรรม</a><a href=\"/a\">แผนงาน</a>"))
            }
            if request.path == "/a" { return .page(page("แผนงาน", "<a href=\"/b\">OIT ปี 2566</a>")) }
            guard request.path.hasPrefix("/day/"), parts.count == 2 else {
                return .page(page("404", ""), status: 404)
            }
            let next = parts[1] == 12 ? "\(parts[0] + 1)\(sign)1" : "\(parts[0])\(sign)\(parts[1] + 1)"
            return .page(page("กิจกรรม \(parts[1])/\(parts[0])", "<a href=\"/day/\(next)\">เดือนถัดไป</a>"))
        }
        defer { server.stop() }
        let found = try await discover(server.address(), limits: BadWebsiteTests.deep)
        #expect(server.targets.count { $0.hasPrefix("/day/") } <= 24)
        #expect(server.targets.contains("/b"))
        #expect(found.effort.trapped > 0 && found.effort.limit == nil)
    }

    private static var deep: DiscoveryLimits {
        var limits = DiscoveryLimits()
        limits.depth = 50
        return limits
    }

    @Test("a page of 100,000 links is gone through and the rest of the site too")
    func manyLinks() async throws {
        let many = (0..<100_000).map { "<a href=\"/x/\($0)\">ข่าว \($0)</a>" }.joined(separator: "\n")
        let server = try site(["/": page("หน้า", many + "<a href=\"/oit\">OIT 2566</a>")])
        defer { server.stop() }
        var limits = DiscoveryLimits()
        limits.pages = 20
        let found = try await discover(server.address(), limits: limits)
        #expect(found.problem == nil)
        #expect(found.effort.limit == .pages)
    }
}
