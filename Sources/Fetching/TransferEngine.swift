import CCurl
import Glibc

/// Owns libcurl's multi handle and all easy handles; everything here runs on the transfer thread.
final class TransferEngine {
    let limits: FetchLimits
    let addressGuard: AddressGuard
    var ledger = ConnectionLedger(limit: FetchLimits.connectionsPerAddress)
    private let multi: UnsafeMutableRawPointer
    private let loop: TransferLoop
    private let options: EasyOptions
    /// Wakes the lanes.
    private let onAlarm: @Sendable () -> Void
    private(set) var active: [UInt64: Transfer] = [:]
    private var spare: [EasyHandle] = []
    /// Transfers held back until their address has room, in order.
    var heldBack: [Transfer] = []
    /// How many transfers of an address have not found their connection yet.
    var searching: [NetworkAddress: Int] = [:]
    /// When the next transfer may be over its time or too slow.
    private var nextLook = Int.max
    /// Sockets that libcurl has given up while the server had not ended yet.
    var released: Set<Int32> = []
    private var closing: [CheckedContinuation<Void, Never>] = []

    init(
        multi: UnsafeMutableRawPointer, settings: FetchSettings, loop: TransferLoop,
        onAlarm: @escaping @Sendable () -> Void
    ) {
        self.multi = multi
        self.loop = loop
        self.onAlarm = onAlarm
        limits = settings.limits
        addressGuard = AddressGuard(allowed: settings.allowedNetworks)
        options = EasyOptions(settings: settings)
        curl_shim_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(8, limits.concurrency * 2))
    }

    /// The thread's life: commands in, transfers on, results out, until it is told to end.
    func run() {
        var running: Int32 = 0
        while closing.isEmpty {
            var isDue = false
            let post = loop.post(at: monotonicMilliseconds(), isDue: &isDue)
            for command in post.commands { obey(command) }
            if isDue { onAlarm() }
            endLeaving()
            placeHeldBack()
            curl_multi_perform(multi, &running)
            collectFinished()
            if closing.isEmpty { curl_multi_poll(multi, nil, 0, Int32(pause(alarm: post.alarm)), nil) }
        }
        for command in loop.close() { obey(command) }
        for transfer in Array(active.values) { end(transfer, abort: .stopped) }
        spare.removeAll()
        curl_multi_cleanup(multi)
        for socket in released { close(socket) }
        // What an agency's pages took is not wanted by the next one in the same places.
        curl_shim_trim_heaps()
        for continuation in closing { continuation.resume() }
    }

    /// Milliseconds until something must be done although nothing comes in.
    private func pause(alarm: Int?) -> Int {
        var pause = stopOverdue()
        if !heldBack.isEmpty { pause = min(pause, TransferEngine.roomPause) }
        if let alarm { pause = min(pause, max(0, alarm - monotonicMilliseconds())) }
        return pause
    }

    private func obey(_ command: TransferLoop.Command) {
        switch command {
        case .start(let id, let request, let continuation): start(id, request, continuation)
        case .stop(let id): if let transfer = active[id] { end(transfer, abort: .stopped) }
        case .shutDown(let continuation): closing.append(continuation)
        }
    }

    private func start(
        _ id: UInt64, _ request: ExchangeRequest, _ continuation: CheckedContinuation<ExchangeAnswer, Never>
    ) {
        guard let easy = spare.popLast() ?? options.freshHandle(engine: self) else {
            return continuation.resume(
                returning: ExchangeAnswer(code: Int32(CURLE_OUT_OF_MEMORY.rawValue), errorText: "no easy handle"))
        }
        let transfer = Transfer(id: id, request: request, easy: easy, engine: self, continuation: continuation)
        options.apply(to: transfer)
        active[id] = transfer
        if canPlace(transfer) {
            place(transfer)
        } else {
            makeRoom(for: transfer)
            transfer.isHeldBack = true
            heldBack.append(transfer)
            look(at: transfer.nextLook)
        }
    }

    func place(_ transfer: Transfer) {
        transfer.restartClock()
        look(at: transfer.nextLook)
        transfer.isHeldBack = false
        if !transfer.isPlaced {
            transfer.isSearching = true
            searching[transfer.request.server, default: 0] += 1
        }
        if curl_multi_add_handle(multi, transfer.easy.pointer) != CURLM_OK {
            finish(transfer, code: CURLE_FAILED_INIT)
        }
    }

    private func collectFinished() {
        var waiting: Int32 = 0
        while let message = curl_multi_info_read(multi, &waiting) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            let result = curl_shim_result(message)
            var context: UnsafeMutableRawPointer?
            curl_shim_get_pointer(handle, CURLINFO_PRIVATE, &context)
            guard let context else { continue }
            finish(Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue(), code: result)
        }
    }

    /// Ends what is over its time; gives the milliseconds until the next look.
    private func stopOverdue() -> Int {
        guard !active.isEmpty else { return 60_000 }
        let now = monotonicMilliseconds()
        guard nextLook <= now else { return min(nextLook - now, 1000) }
        nextLook = .max
        for transfer in Array(active.values) {
            if let abort = transfer.overdue(at: now) {
                end(transfer, abort: abort)
            } else {
                look(at: transfer.nextLook)
            }
        }
        return max(1, min(nextLook - now, 1000))
    }

    /// Has the times of all transfers looked at then.
    func look(at moment: Int) { nextLook = min(nextLook, moment) }

    private func end(_ transfer: Transfer, abort: ExchangeAnswer.Abort) {
        transfer.answer.abort = abort
        let sockets = ledger.sockets(of: transfer.id, at: transfer.addresses)
        if sockets.contains(where: isConnected) { transfer.answer.isConnected = true }
        finish(transfer, code: CURLE_ABORTED_BY_CALLBACK)
    }

    private func finish(_ transfer: Transfer, code: CURLcode) {
        guard active.removeValue(forKey: transfer.id) != nil else { return }
        if transfer.isHeldBack { heldBack.removeAll { $0 === transfer } }
        endSearch(of: transfer)
        let answer = options.answer(of: transfer, code: code)
        curl_multi_remove_handle(multi, transfer.easy.pointer)
        ledger.noteFinished(transfer.id, at: transfer.addresses)
        transfer.easy.freeLists()
        if spare.count < limits.concurrency { spare.append(transfer.easy) }
        transfer.continuation.resume(returning: answer)
    }
}
