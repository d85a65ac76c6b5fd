import CCurl
import Glibc

// What libcurl calls on the transfer thread. Top-level functions of their own file: a closure near actor code would be
// isolated to that actor and trap when C calls it.

func transferReceivesBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let bytes, let context else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    let length = size * count
    let isTaken = bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
        transfer.receive(body: UnsafeBufferPointer(start: $0, count: length))
    }
    return isTaken ? length : -1
}

func transferReceivesHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let bytes, let context else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    let length = size * count
    let isTaken = bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
        transfer.receive(headerLine: UnsafeBufferPointer(start: $0, count: length))
    }
    return isTaken ? length : -1
}

func transferOpensSocket(
    _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype, _ target: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let context, let target else { return -1 }
    return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().openSocket(to: target)
}

/// The context is the engine: a connection outlives the transfer that opened it.
func engineClosesSocket(_ context: UnsafeMutableRawPointer?, _ descriptor: curl_socket_t) -> Int32 {
    guard let context else { return close(descriptor) }
    return Unmanaged<TransferEngine>.fromOpaque(context).takeUnretainedValue().closeSocket(descriptor)
}

func transferBeginsRequest(
    _ context: UnsafeMutableRawPointer?, _ server: UnsafeMutablePointer<CChar>?, _ local: UnsafeMutablePointer<CChar>?,
    _ serverPort: Int32, _ localPort: Int32
) -> Int32 {
    guard let context, let server else { return CURL_PREREQFUNC_ABORT }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.beginRequest(serverText: String(cString: server), localPort: Int(localPort))
        ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}

/// Entry of the transfer thread; the context is a retained `TransferEngine`.
func transferThreadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<TransferEngine>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
