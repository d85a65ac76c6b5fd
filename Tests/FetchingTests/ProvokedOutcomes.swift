import TestSupport
import Testing
import WebEvidence

@testable import Fetching

/// One failure that a really misbehaving server provokes, and what the program makes of it.
struct Provoked: Sendable, CustomTestStringConvertible {
    /// Side, retry and effect on a verdict, as the table of outcomes has them.
    struct Meaning: Sendable, Equatable {
        let side: OutcomeRule.Side
        let retry: OutcomeRule.Retry
        let effect: OutcomeRule.Effect
    }

    /// What the server does, or why none is asked.
    enum Way: Sendable {
        case reply(ServedReply)
        case script(LoopbackServer.Script)
        /// The address that is asked; nobody is served.
        case address(String)
        case name(NameAnswer)
        case closedPort
        case silentPort
    }

    let name: String
    let outcome: Outcome
    let meaning: Meaning
    let way: Way
    var testDescription: String { name }

    init(_ name: String, _ outcome: Outcome, _ meaning: Meaning, _ way: Way) {
        self.name = name
        self.outcome = outcome
        self.meaning = meaning
        self.way = way
    }

    init(_ name: String, _ outcome: Outcome, _ meaning: Meaning, _ reply: ServedReply) {
        self.init(name, outcome, meaning, .reply(reply))
    }

    static let read = Meaning(side: .none, retry: .never, effect: .judged)
    static let fault = Meaning(side: .agency, retry: .never, effect: .unsatisfied)
    static let faultTriedAgain = Meaning(side: .agency, retry: .now, effect: .unsatisfied)
    static let passing = Meaning(side: .unclear, retry: .now, effect: .undecidedUntilConfirmed)
    static let passingLater = Meaning(side: .unclear, retry: .secondPass, effect: .undecidedUntilConfirmed)
    static let unseen = Meaning(side: .unclear, retry: .never, effect: .undecided)
    static let keptOut = Meaning(side: .unclear, retry: .secondPass, effect: .undecided)
    static let ours = Meaning(side: .ours, retry: .never, effect: .undecided)

    static let all = statuses + connections + heads + bodies + sizes + redirects + addresses
}

extension Provoked {
    private static func page(_ status: Int, _ headers: [String] = []) -> ServedReply {
        .page("เนื้อหา", status: status, headers: headers)
    }
    private static func raw(_ lines: String...) -> ServedReply { .raw(lines.joined(separator: "\r\n")) }

    static let statuses: [Provoked] = [
        Provoked("200", .ok, read, page(200)), Provoked("204", .ok, read, page(204)),
        Provoked("206", .ok, read, page(206)), Provoked("300 without target", .ok, read, page(300)),
        Provoked("304 that nobody asked for", .badResponse, passingLater, raw("HTTP/1.1 304 X", "", "")),
        Provoked("305", .badRedirect, passingLater, page(305)),
        Provoked("400", .http4xx, fault, page(400)), Provoked("401", .loginRequired, unseen, page(401)),
        Provoked("402", .http4xx, fault, page(402)), Provoked("403", .blocked, keptOut, page(403)),
        Provoked("404", .http404, fault, page(404)), Provoked("405", .http4xx, fault, page(405)),
        Provoked("407", .http4xx, fault, page(407)), Provoked("410", .http410, fault, page(410)),
        Provoked("418", .http4xx, fault, page(418)), Provoked("429", .blocked, keptOut, page(429)),
        Provoked("429 for an hour", .blocked, keptOut, page(429, ["Retry-After: 3600"])),
        Provoked("451", .http4xx, fault, page(451)), Provoked("500", .http5xx, passing, page(500)),
        Provoked("502", .http5xx, passing, page(502)), Provoked("503", .http5xx, passing, page(503)),
        Provoked("503 for an hour", .http5xx, passing, page(503, ["Retry-After: 3600"])),
        Provoked("503 until a date", .http5xx, passing, page(503, ["Retry-After: Fri, 31 Dec 2049 23:59:59 GMT"])),
        Provoked("504", .http5xx, passing, page(504)), Provoked("599", .http5xx, passing, page(599)),
        Provoked("700", .badResponse, passingLater, page(700)), Provoked("999", .blocked, keptOut, page(999)),
    ]

    static let connections: [Provoked] = [
        Provoked("a closed port", .connectRefused, passing, .closedPort),
        Provoked("a port that never answers", .connectTimeout, passing, .silentPort),
        Provoked("closed without a byte", .connectionReset, passing, .silence),
        Provoked("reset without a byte", .connectionReset, passing, .reset),
        Provoked("never answering", .readTimeout, passing, .stalled),
        Provoked(
            "half a head, then nothing", .readTimeout, passing,
            ServedReply(steps: [.send(Array("HTTP/1.1 200 OK\r\nContent-Ty".utf8)), .stall])),
        Provoked(
            "a head that drips", .readTimeout, passing,
            ServedReply(
                steps: [.send(Array("HTTP/1.1 200 OK\r\nX: ".utf8))]
                    + (0..<500).flatMap { _ in [ServedReply.Step.wait(milliseconds: 20), .send([97])] })),
        Provoked("a body that drips", .readTimeout, passing, .drip(count: 1000, milliseconds: 20)),
        Provoked(
            "a body that stalls", .readTimeout, passing,
            ServedReply(steps: [.send(ServedReply.head(["HTTP/1.1 200 OK"])), .stall])),
        Provoked("a name that does not exist", .dnsFailure, faultTriedAgain, .name(.unknown)),
        Provoked("a name server that does not answer", .dnsTimeout, passing, .name(.unanswered("no server"))),
        Provoked("a name under .invalid", .dnsFailure, faultTriedAgain, .address("http://no-such-host.invalid/")),
    ]

    static let heads: [Provoked] = [
        Provoked("half a head, then the end", .truncated, passing, raw("HTTP/1.1 200 OK", "Content-Ty")),
        Provoked("half a status line, then the end", .connectionReset, passing, raw("HTT")),
        Provoked("a head without its end", .truncated, passing, raw("HTTP/1.1 200 OK", "Content-Type: text/html", "")),
        Provoked("an interim answer alone", .connectionReset, passing, raw("HTTP/1.1 100 Continue", "", "")),
        Provoked("another protocol", .badResponse, passingLater, raw("SSH-2.0-OpenSSH_9.2", "")),
        Provoked("a mail server", .badResponse, passingLater, raw("220 mail.example.th ESMTP", "")),
        Provoked("bytes of nothing", .badResponse, passingLater, raw("\u{0}\u{1}\u{2}garbage", "", "")),
        Provoked("a page without head", .badResponse, passingLater, raw("<html><title>x</title></html>")),
        Provoked("a protocol that does not exist", .badResponse, passingLater, raw("HTTP/7.3 200 OK", "", "x")),
        Provoked("a status without number", .badResponse, passingLater, raw("HTTP/1.1 OK", "", "x")),
        Provoked("a status of two digits", .badResponse, passingLater, raw("HTTP/1.1 20", "", "x")),
        Provoked("a NUL in the head", .badResponse, passingLater, raw("HTTP/1.1 200 OK", "X: a\u{0}b", "", "x")),
        Provoked(
            "a negative length", .badResponse, passingLater, raw("HTTP/1.1 200 OK", "Content-Length: -5", "", "x")),
        Provoked(
            "a length of words", .badResponse, passingLater, raw("HTTP/1.1 200 OK", "Content-Length: long", "", "x")),
        Provoked("a lone status line", .ok, read, raw("HTTP/1.0 200 OK", "", "ok")),
        Provoked("lines without carriage return", .ok, read, .raw("HTTP/1.1 200 OK\nX: 1\n\nok")),
        Provoked("interim answers", .ok, read, raw("HTTP/1.1 103 Early", "X: 1", "", "HTTP/1.1 200 OK", "", "ok")),
    ]

    static let bodies: [Provoked] = [
        Provoked("shorter than announced", .truncated, passing, .short([1, 2, 3], announced: 10)),
        Provoked("longer than announced", .ok, read, .short(Array("abcdef".utf8), announced: 3)),
        Provoked(
            "reset inside the body", .truncated, passing,
            ServedReply(steps: [
                .send(ServedReply.head(["HTTP/1.1 200 OK", "Content-Length: 10"]) + [1]), .wait(milliseconds: 50),
                .reset,
            ])),
        Provoked("chunks without end", .truncated, passing, .chunked([[65]], ends: false)),
        Provoked(
            "a wrong chunk size", .badResponse, passingLater,
            raw("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "zz", "abc", "")),
        Provoked(
            "a chunk size beyond all numbers", .badResponse, passingLater,
            raw("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "FFFFFFFFFFFFFFFFFFFFF", "abc", "")),
        Provoked(
            "a chunk longer than its size", .badResponse, passingLater,
            raw("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "2", "abcdef", "0", "", "")),
        Provoked(
            "broken gzip", .badEncoding, unseen, .page("this is not gzip", headers: ["Content-Encoding: gzip"])),
        Provoked(
            "broken brotli", .badEncoding, unseen, .page("this is not brotli", headers: ["Content-Encoding: br"])),
        Provoked(
            "gzip that breaks off, read as far as browsers do", .ok, read,
            .page(Array(gzippedZeros(count: 100_000).prefix(60)), headers: ["Content-Encoding: gzip"])),
        Provoked(
            "a compression that does not exist", .ok, read, .page("abc", headers: ["Content-Encoding: utf-8"])),
        Provoked(
            "packed twice", .ok, read,
            .page(storedGzip(gzippedZeros(count: 100)), headers: ["Content-Encoding: gzip, gzip"])),
    ]

    static let sizes: [Provoked] = [
        Provoked(
            "a huge head", .tooLarge, unseen,
            .page("x", headers: (0..<2000).map { "X-\($0): \(String(repeating: "a", count: 60))" })),
        Provoked(
            "a head of many small lines", .tooLarge, unseen,
            .page("x", headers: [String](repeating: "X: 1", count: 600))),
        Provoked(
            "a huge line in the head", .tooLarge, unseen,
            .page("x", headers: ["X: " + String(repeating: "a", count: 300_000)])),
        Provoked(
            "a head without end", .tooLarge, unseen,
            ServedReply(steps: [
                .send(Array("HTTP/1.1 200 OK\r\n".utf8)), .sendEndlessly(Array("X-Line: abc\r\n".utf8)),
            ])),
        Provoked(
            "a line without end", .tooLarge, unseen,
            ServedReply(steps: [.send(Array("HTTP/1.1 200 OK\r\nX: ".utf8)), .sendEndlessly(Array("abcdefgh".utf8))])),
        Provoked(
            "interim answers without end", .tooLarge, unseen,
            ServedReply(steps: [.sendEndlessly(Array("HTTP/1.1 100 Continue\r\nX-Line: abc\r\n\r\n".utf8))])),
        Provoked(
            "trailers without end", .tooLarge, unseen,
            ServedReply(steps: [
                .send(ServedReply.head(["HTTP/1.1 200 OK", "Transfer-Encoding: chunked"]) + Array("0\r\n".utf8)),
                .sendEndlessly(Array("X-Line: abc\r\n".utf8)),
            ])),
        Provoked("a body without end", .tooLarge, unseen, .endless),
        Provoked("a packed bomb", .tooLarge, unseen, .gzipBomb(megabytes: 20)),
        Provoked("a packed bomb without end", .tooLarge, unseen, .endlessGzipBomb),
        Provoked(
            "a bomb packed twice", .tooLarge, unseen,
            .page(storedGzip(gzippedZeros(count: 20_000_000)), headers: ["Content-Encoding: gzip, gzip"])),
        Provoked(
            "chunks over the limit", .tooLarge, unseen,
            .chunked([[UInt8]](repeating: [UInt8](repeating: 65, count: 100_000), count: 11))),
    ]

    static let redirects: [Provoked] = [
        Provoked("without target", .badRedirect, passingLater, page(302)),
        Provoked("to an empty target", .badRedirect, passingLater, .redirect("")),
        Provoked("to a script", .badRedirect, passingLater, .redirect("javascript:x()")),
        Provoked("to a file", .badRedirect, passingLater, .redirect("file:///etc/passwd")),
        Provoked("to ftp", .badRedirect, passingLater, .redirect("ftp://127.0.0.1/x")),
        Provoked("to gopher", .badRedirect, passingLater, .redirect("gopher://127.0.0.1:70/x")),
        Provoked("to data", .badRedirect, passingLater, .redirect("data:text/html,x")),
        Provoked("to a mailbox", .badRedirect, passingLater, .redirect("mailto:a@x.example.th")),
        Provoked("to a program of the phone", .badRedirect, passingLater, .redirect("intent://x#Intent;end")),
        Provoked("to nothing", .badRedirect, passingLater, .redirect("http://")),
        Provoked("to a port that does not exist", .badRedirect, passingLater, .redirect("http://127.0.0.1:99999/")),
        Provoked("to a host with a space", .badRedirect, passingLater, .redirect("http://a b/")),
        Provoked("to itself", .redirectLoop, passingLater, .redirect("/")),
        Provoked(
            "to itself with a cookie that only changes its age", .redirectLoop, passingLater,
            .redirect("/", headers: ["Set-Cookie: a=1; Max-Age=60"])),
        Provoked(
            "in a circle of three", .redirectLoop, passingLater,
            .script { request in .redirect("/\(((Int(request.path.dropFirst()) ?? 0) + 1) % 3)") }),
        Provoked(
            "with a new cookie each time", .tooManyRedirects, passingLater,
            .script { request in
                let count = Int(request.header("Cookie")?.dropFirst(2) ?? "") ?? 0
                return .redirect("/", headers: ["Set-Cookie: n=\(count + 1)"])
            }),
        Provoked(
            "eleven in a row", .tooManyRedirects, passingLater,
            .script { request in .redirect("/\((Int(request.path.dropFirst()) ?? 0) + 1)") }),
        Provoked(
            "ten in a row", .ok, read,
            .script { request in
                let count = Int(request.path.dropFirst()) ?? 0
                return count == 10 ? .page("x") : .redirect("/\(count + 1)")
            }),
        Provoked(
            "until a cookie is shown", .ok, read,
            .script { request in
                request.header("Cookie") == "seen=yes"
                    ? .page("welcome") : .redirect("/", headers: ["Set-Cookie: seen=yes"])
            }),
        Provoked("into a private network", .addressRefused, ours, .redirect("http://10.0.0.1/")),
        Provoked("to a cloud's metadata", .addressRefused, ours, .redirect("http://169.254.169.254/latest/")),
        Provoked("to loopback in other words", .addressRefused, ours, .redirect("http://[::1]:80/")),
        Provoked(
            "to a name that does not exist", .dnsFailure, faultTriedAgain, .redirect("http://no-such-host.invalid/")),
    ]

    static let addresses: [Provoked] = [
        Provoked(
            "a label that no name server can hold", .malformedURL, fault,
            .address("http://\(String(repeating: "a", count: 64)).example.th/")),
        Provoked("a private address", .addressRefused, ours, .address("http://192.168.1.1/")),
    ]
}
