import CCurl
import Glibc

/// One request under way. Lives on the transfer thread only.
final class Transfer {
    let id: UInt64
    let request: ExchangeRequest
    let easy: EasyHandle
    private(set) var startedAt: Int
    private let arrivedAt: Int
    let continuation: CheckedContinuation<ExchangeAnswer, Never>
    /// Milliseconds of the monotonic clock.
    private(set) var deadline: Int
    /// A connection was opened or chosen.
    private(set) var isPlaced = false
    /// libcurl has it and has not found its connection yet; kept by the engine.
    var isSearching = false
    /// Waits for room at its address; kept by the engine.
    var isHeldBack = false
    /// Server addresses to which sockets were opened or whose connections were used.
    var addresses: [NetworkAddress] = []
    var answer = ExchangeAnswer()
    /// When the span ends in which a least number of bytes must come; nil before the first byte.
    private var rateWindowEnd: Int?
    private var bytesInWindow = 0
    private var headerBytes = 0
    private var headerLines = 0
    private unowned let engine: TransferEngine

    init(
        id: UInt64, request: ExchangeRequest, easy: EasyHandle, engine: TransferEngine,
        continuation: CheckedContinuation<ExchangeAnswer, Never>
    ) {
        self.id = id
        self.request = request
        self.easy = easy
        self.engine = engine
        self.continuation = continuation
        arrivedAt = monotonicMilliseconds()
        startedAt = arrivedAt
        deadline = startedAt + request.milliseconds
    }

    /// Begins its time anew: it was held back until the address had room.
    func restartClock() {
        startedAt = monotonicMilliseconds()
        deadline = startedAt + request.milliseconds
        answer.heldBackMilliseconds = startedAt - arrivedAt
    }

    /// The next moment at which its time or rate must be looked at.
    var nextLook: Int { min(deadline, rateWindowEnd ?? deadline) }

    /// Why the transfer must end now; nil while it is in time.
    func overdue(at now: Int) -> ExchangeAnswer.Abort? {
        if deadline <= now { return .deadline }
        guard let end = rateWindowEnd, end <= now else { return nil }
        if bytesInWindow < engine.limits.leastBytesPerWindow { return .tooSlow }
        bytesInWindow = 0
        rateWindowEnd = now + request.rateWindowMilliseconds
        return nil
    }

    private func noteBytes(_ count: Int) {
        bytesInWindow += count
        if rateWindowEnd == nil {
            let end = monotonicMilliseconds() + request.rateWindowMilliseconds
            rateWindowEnd = end
            engine.look(at: end)
        }
    }

    /// Takes a piece of the body; false ends the transfer.
    func receive(body piece: UnsafeBufferPointer<UInt8>) -> Bool {
        noteBytes(piece.count)
        guard answer.body.count + piece.count <= request.maximumBodyBytes else {
            answer.abort = .bodyTooLarge
            answer.body = []
            return false
        }
        answer.body.append(contentsOf: piece)
        return true
    }

    /// Takes a line of the head; a new status line (after 100 Continue and the like) begins anew. False ends the transfer.
    func receive(headerLine line: UnsafeBufferPointer<UInt8>) -> Bool {
        noteBytes(line.count)
        headerBytes += line.count
        headerLines += 1
        guard headerBytes <= engine.limits.maximumHeaderBytes, headerLines <= engine.limits.maximumHeaderLines else {
            answer.abort = .headTooLarge
            return false
        }
        var trimmed = line[...]
        while let last = trimmed.last, last == 13 || last == 10 { trimmed.removeLast() }
        if trimmed.starts(with: "HTTP/".utf8) {
            answer.headerLines = []
            answer.isHeadComplete = false
        } else if trimmed.isEmpty {
            answer.isHeadComplete = true
        } else {
            let bytes = Array(trimmed)
            answer.headerLines.append(bytes)
            if let length = HeaderLine.contentLength(bytes) {
                answer.body.reserveCapacity(min(max(0, length), engine.limits.maximumReservedBytes))
            }
            if request.documentExtraMilliseconds > 0, HeaderLine.announcesDocument(bytes) {
                deadline = startedAt + request.milliseconds + request.documentExtraMilliseconds
            }
        }
        return true
    }

    /// Opens the socket of a connection unless the guard or the cap forbids it.
    func openSocket(to target: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        guard let address = NetworkAddress(curl_shim_address(target)) else { return -1 }
        if let reason = engine.addressGuard.refusal(of: address) {
            answer.abort = .addressRefused("\(address) is \(reason)")
            return -1
        }
        guard engine.hasRoom(at: address, for: request.origin) else {
            answer.abort = .addressBusy
            return -1
        }
        let type = target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(target.pointee.family, type, target.pointee.protocol)
        guard descriptor >= 0 else {
            if [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) { answer.abort = .outOfDescriptors }
            return -1
        }
        addresses.append(address)
        notePlaced()
        engine.ledger.noteOpened(descriptor, to: address, origin: request.origin, by: id)
        return descriptor
    }

    private func notePlaced() {
        isPlaced = true
        engine.endSearch(of: self)
    }

    /// The request is about to be sent over a new or a kept connection: the second look at the address.
    func beginRequest(serverText: String, localPort: Int) -> Bool {
        guard let address = NetworkAddress(serverText) else { return false }
        if let reason = engine.addressGuard.refusal(of: address) {
            answer.abort = .addressRefused("\(address) is \(reason)")
            return false
        }
        answer.isSent = true
        notePlaced()
        if !addresses.contains(address) { addresses.append(address) }
        engine.ledger.noteUse(of: address, localPort: localPort, by: id, portOf: localPortOfSocket)
        return true
    }
}

/// A libcurl easy handle with its error buffer, used again for later requests. Freed on the transfer thread.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    let errorText: UnsafeMutablePointer<CChar>
    var lists: [UnsafeMutablePointer<curl_slist>] = []
    /// As its options stand.
    var trust = ServerTrust.verified

    /// Nil when libcurl has no memory.
    init?() {
        guard let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(pointer)
        freeLists()
        errorText.deallocate()
    }

    func freeLists() {
        for list in lists { curl_slist_free_all(list) }
        lists = []
    }

    /// A libcurl list of texts; freed with `freeLists`.
    func list(of texts: [String]) -> UnsafeMutablePointer<curl_slist>? {
        var head: UnsafeMutablePointer<curl_slist>?
        for text in texts { head = curl_slist_append(head, text) ?? head }
        if let head { lists.append(head) }
        return head
    }
}

/// Milliseconds of a clock that never goes back.
func monotonicMilliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

private func localPortOfSocket(_ descriptor: Int32) -> Int? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = withUnsafeMutableBytes(of: &storage) { raw in
        raw.withMemoryRebound(to: sockaddr.self) { getsockname(descriptor, $0.baseAddress, &length) }
    }
    guard result == 0 else { return nil }
    return withUnsafeBytes(of: &storage) { raw in
        // Family and port stand in the same place for IPv4 and IPv6.
        Int(UInt16(bigEndian: raw.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
    }
}
