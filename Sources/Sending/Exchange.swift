import CCurl
import Glibc

/// One handle of libcurl with what it reads and writes; used by one thread and thrown away afterwards.
final class Exchange {
    let handle: UnsafeMutableRawPointer
    private(set) var received: [UInt8] = []
    private(set) var isTruncated = false
    private let mostReceived: Int
    private var offered: [UInt8] = []
    private var taken = 0
    private var lists: [UnsafeMutablePointer<curl_slist>] = []

    /// Verified TLS of version 1.2 or later, no proxy, no files of the user (`.netrc`), the given schemes only.
    init(limits: SendingLimits, schemes: String) throws(SendingFailure) {
        guard let handle = curl_easy_init() else { throw SendingFailure(.unreachable, "no memory for a transfer") }
        self.handle = handle
        mostReceived = limits.answerBytes
        let context = Unmanaged.passUnretained(self).toOpaque()
        curl_shim_set_long(handle, CURLOPT_NOSIGNAL, 1)
        curl_shim_set_text(handle, CURLOPT_PROTOCOLS_STR, schemes)
        curl_shim_set_text(handle, CURLOPT_PROXY, "")
        curl_shim_set_long(handle, CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        curl_shim_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1)
        curl_shim_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2)
        curl_shim_set_long(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        if let bundle = limits.caBundle ?? Exchange.environmentBundle {
            curl_shim_set_text(handle, CURLOPT_CAINFO, bundle)
        }
        curl_shim_set_long(handle, CURLOPT_CONNECTTIMEOUT, max(1, min(limits.connectSeconds, limits.seconds)))
        curl_shim_set_long(handle, CURLOPT_TIMEOUT, max(1, limits.seconds))
        curl_shim_set_bytes(handle, CURLOPT_WRITEFUNCTION, exchangeReceives)
        curl_shim_set_pointer(handle, CURLOPT_WRITEDATA, context)
        curl_shim_set_bytes(handle, CURLOPT_READFUNCTION, exchangeOffers)
        curl_shim_set_pointer(handle, CURLOPT_READDATA, context)
    }

    deinit {
        curl_easy_cleanup(handle)
        for list in lists { curl_slist_free_all(list) }
    }

    /// The file named by `SSL_CERT_FILE`, where it can be read.
    private static var environmentBundle: String? {
        guard let value = getenv("SSL_CERT_FILE") else { return nil }
        let path = String(cString: value)
        return !path.isEmpty && access(path, R_OK) == 0 ? path : nil
    }

    /// What is sent as the body of an upload.
    func offer(_ bytes: [UInt8]) { offered = bytes }

    func setList(_ option: CURLoption, _ lines: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines { list = curl_slist_append(list, line) ?? list }
        if let list { lists.append(list) }
        curl_shim_set_list(handle, option, list)
    }

    /// Throws unless the exchange came to its end.
    func perform() throws(SendingFailure) {
        let code = curl_easy_perform(handle)
        guard code != CURLE_OK else { return }
        throw failure(code)
    }

    /// Status of the last answer; 0 when none came.
    var status: Int {
        var number = 0
        return curl_shim_get_long(handle, CURLINFO_RESPONSE_CODE, &number) == CURLE_OK ? number : 0
    }

    var retryAfterSeconds: Int? {
        var seconds: curl_off_t = 0
        guard curl_shim_get_offset(handle, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK, seconds > 0 else { return nil }
        return Int(seconds)
    }

    fileprivate func receive(_ bytes: UnsafeRawBufferPointer) {
        let room = mostReceived - received.count
        if bytes.count > room { isTruncated = true }
        received.append(contentsOf: bytes.prefix(max(0, room)))
    }

    fileprivate func give(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, offered.count - taken)
        offered[taken..<taken + count].withUnsafeBytes { room.copyMemory(from: $0) }
        taken += count
        return count
    }

    /// libcurl's general words only: its particular ones can hold addresses and what the other side said.
    private func failure(_ code: CURLcode) -> SendingFailure {
        let words = String(cString: curl_easy_strerror(code))
        switch code {
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return SendingFailure(.unusable, words)
        case CURLE_OPERATION_TIMEDOUT: return SendingFailure(.timedOut, "no answer within the time limit")
        case CURLE_LOGIN_DENIED: return SendingFailure(.unauthorised, "user or password were not taken")
        case CURLE_USE_SSL_FAILED:
            return SendingFailure(
                .untrusted, "the mail server offers no TLS; user and password are not sent without it")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CONNECT_ERROR:
            return SendingFailure(.untrusted, words)
        default:
            let status = status
            if (400...599).contains(status) {
                return SendingFailure(.answered(status), "the mail server said \(status)")
            }
            return SendingFailure(.unreachable, words)
        }
    }
}

// What libcurl calls. Top-level functions: a closure near actor code would be isolated to that actor.

private func exchangeReceives(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let bytes, let context else { return 0 }
    let length = size * count
    Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue().receive(
        UnsafeRawBufferPointer(start: bytes, count: length))
    return length
}

private func exchangeOffers(
    _ room: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let room, let context else { return 0 }
    return Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue().give(
        UnsafeMutableRawBufferPointer(start: room, count: size * count))
}
