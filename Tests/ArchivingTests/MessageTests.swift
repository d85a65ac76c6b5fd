import Foundation
import Testing
import WebEvidence

@testable import Archiving

@Suite struct MessageTests {
    private func head(_ headers: [(String, String)], bytes: Int = 5) -> [String] {
        let fields = headers.map { HeaderField(name: $0.0, value: $0.1) }
        let text = String(decoding: MessageHead.response(status: 200, headers: fields, bodyBytes: bytes), as: UTF8.self)
        return text.components(separatedBy: "\r\n")
    }

    @Test(
        "fields that no longer hold of a decoded body keep their value under another name, and the length is stated anew"
    )
    func renamed() {
        let lines = head([
            ("Content-Encoding", "br"), ("Transfer-Encoding", "chunked"), ("Content-Length", "5"), ("X-Plain", "1"),
        ])
        #expect(
            lines == [
                "HTTP/1.1 200 OK", "X-Archive-Orig-Content-Encoding: br", "X-Archive-Orig-Transfer-Encoding: chunked",
                "X-Archive-Orig-Content-Length: 5", "X-Plain: 1", "Content-Length: 5", "", "",
            ])
    }

    @Test("a length that is true stays as it is; a second or a false one does not")
    func length() {
        #expect(head([("content-length", "5")]) == ["HTTP/1.1 200 OK", "content-length: 5", "", ""])
        #expect(
            head([("content-length", "5"), ("Content-Length", "7")])
                == ["HTTP/1.1 200 OK", "content-length: 5", "X-Archive-Orig-Content-Length: 7", "", ""])
    }

    @Test("no field can begin a line of its own or end the head")
    func injected() {
        let lines = head([
            ("X-A", "1\r\n\r\n<html>"), ("X B", "2"), ("X-C\r\nSet-Cookie", "3"), ("", "4"), ("X-D", "ก\u{0}ข"),
        ])
        #expect(
            lines == [
                "HTTP/1.1 200 OK", "X-A: 1    <html>", "X-Archive-Orig-Malformed: X B: 2",
                "X-Archive-Orig-Malformed: X-C  Set-Cookie: 3", "X-Archive-Orig-Malformed: : 4", "X-D: ก ข",
                "Content-Length: 5", "", "",
            ])
        let hop = RedirectHop(address: "http://a/", status: 302, location: "/x\r\nSet-Cookie: a=b")
        #expect(!String(decoding: MessageHead.redirect(hop), as: UTF8.self).contains("\r\nSet-Cookie"))
    }

    @Test(
        "a request asks for path and query at its host",
        arguments: [
            ("http://www.example.go.th/a?b=1#c", "GET /a?b=1 HTTP/1.1\r\nHost: www.example.go.th\r\n\r\n"),
            ("http://u:p@example.go.th:8080", "GET / HTTP/1.1\r\nHost: example.go.th:8080\r\n\r\n"),
            (
                "http://example.go.th?x y\r\nEvil: 1",
                "GET /?x%20y%0D%0AEvil:%201 HTTP/1.1\r\nHost: example.go.th\r\n\r\n"
            ),
        ])
    func request(address: String, head: String) {
        #expect(String(decoding: MessageHead.request(address), as: UTF8.self) == head)
    }

    @Test("records state the digests of block and payload, and their true length")
    func record() {
        var record = WARCRecord(
            kind: .resource, id: "i", date: "2023-05-15T01:00:00Z", uri: "urn:x", contentType: "a/b")
        record.payload = Array("hello".utf8)
        let digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
        let head = String(decoding: record.pieces[0], as: UTF8.self)
        #expect(head.hasPrefix("WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:i>\r\n"))
        #expect(head.contains("WARC-Block-Digest: sha256:\(digest)\r\nContent-Type: a/b\r\nContent-Length: 5\r\n\r\n"))
        #expect(record.pieces[1] == record.payload && record.pieces[2] == [13, 10, 13, 10])
    }

    @Test("ids of records are well-formed, differ from one another, and are the same the next time")
    func ids() {
        var names = RecordNames(run: "r")
        var again = RecordNames(run: "r")
        var other = RecordNames(run: "s")
        let ids = (0..<100).map { _ in names.next() }
        #expect(Set(ids).count == 100 && ids == (0..<100).map { _ in again.next() })
        #expect(!ids.contains(other.next()))
        #expect(
            ids.allSatisfy {
                $0.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
            })
    }
}
