import Foundation
import Glibc

/// A web server on loopback in a process of its own: small pages with an `ETag`, and 304 to whoever has it.
enum UnmodifiedServer {
    /// Prints its port and serves until it is ended.
    static func serve() throws {
        signal(SIGPIPE, SIG_IGN)
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { target in
                bind(listener, target, length) == 0 && listen(listener, 256) == 0
                    && getsockname(listener, target, &length) == 0
            }
        }
        guard isBound else { throw CocoaError(.fileReadUnknown) }
        FileHandle.standardOutput.write(Data("\(UInt16(bigEndian: address.sin_port))\n".utf8))
        while true {
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { continue }
            var on: Int32 = 1
            setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
            Thread.detachNewThread { answer(descriptor) }
        }
    }

    private static let unmodified = Array("HTTP/1.1 304 X\r\nETag: \"v1\"\r\n\r\n".utf8)

    private static func answer(_ descriptor: Int32) {
        var pending: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let end = Array("\r\n\r\n".utf8)
        let mark = Array("If-None-Match".utf8)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            pending += buffer[..<count]
            while let place = pending.firstRange(of: end) {
                let head = pending[..<place.lowerBound]
                let reply = head.firstRange(of: mark) == nil ? page(head) : unmodified
                pending.removeSubrange(..<place.upperBound)
                _ = reply.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            }
        }
        close(descriptor)
    }

    private static func page(_ head: ArraySlice<UInt8>) -> [UInt8] {
        let target = String(decoding: head.dropFirst(4).prefix { $0 != 32 }, as: UTF8.self)
        let body = "<title>หน้า \(target)</title><h1>ข้อมูล \(target)</h1><p>รายละเอียดของหน้า \(target) ปีงบประมาณ 2566</p>"
        return Array(
            """
            HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nETag: "v1"\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)
            """.utf8)
    }
}
