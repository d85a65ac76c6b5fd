import CCurl
import Glibc

/// How every request is made: the options of libcurl, and what is read back at the end.
struct EasyOptions {
    private let agentLine: String
    private let caBundle: String?
    private let readsCertificates: Bool
    private static let headerLines = [
        "Accept: text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Language: th,en;q=0.7",
    ]
    /// The same for nearly every request; libcurl only reads it.
    private let usualHeader = SharedList(headerLines)

    init(settings: FetchSettings) {
        agentLine = settings.agentLine
        caBundle = TrustStore.chosenBundle(of: settings)
        readsCertificates = settings.readsCertificates
    }

    /// A handle with all options that no request changes.
    func freshHandle(engine: TransferEngine) -> EasyHandle? {
        guard let easy = EasyHandle() else { return nil }
        let handle = easy.pointer
        curl_shim_set_long(handle, CURLOPT_NOSIGNAL, 1)
        curl_shim_set_long(handle, CURLOPT_HTTPGET, 1)
        curl_shim_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
        curl_shim_set_long(handle, CURLOPT_PATH_AS_IS, 1)
        curl_shim_set_long(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        set(.verified, on: easy)
        curl_shim_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        curl_shim_set_text(handle, CURLOPT_PROXY, "")
        curl_shim_set_text(handle, CURLOPT_NOPROXY, "*")
        curl_shim_set_long(handle, CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        curl_shim_set_text(handle, CURLOPT_ACCEPT_ENCODING, "")
        curl_shim_set_text(handle, CURLOPT_COOKIEFILE, "")
        curl_shim_set_list(handle, CURLOPT_HTTPHEADER, usualHeader.first)
        // Addresses come with each request, and their age is ours to watch; libcurl would look through all it knows each time.
        curl_shim_set_long(handle, CURLOPT_DNS_CACHE_TIMEOUT, -1)
        curl_shim_set_text(handle, CURLOPT_USERAGENT, agentLine)
        if let caBundle { curl_shim_set_text(handle, CURLOPT_CAINFO, caBundle) }
        if caBundle != nil { curl_shim_set_text(handle, CURLOPT_CAPATH, TrustStore.systemFolder) }
        curl_shim_set_pointer(handle, CURLOPT_ERRORBUFFER, easy.errorText)
        curl_shim_set_bytes(handle, CURLOPT_WRITEFUNCTION, transferReceivesBody)
        curl_shim_set_bytes(handle, CURLOPT_HEADERFUNCTION, transferReceivesHeader)
        curl_shim_set_open(handle, transferOpensSocket)
        curl_shim_set_close(handle, engineClosesSocket)
        curl_shim_set_pointer(handle, CURLOPT_CLOSESOCKETDATA, Unmanaged.passUnretained(engine).toOpaque())
        curl_shim_set_prereq(handle, transferBeginsRequest)
        return easy
    }

    /// What differs from request to request.
    func apply(to transfer: Transfer) {
        let easy = transfer.easy
        let handle = easy.pointer
        let request = transfer.request
        let context = Unmanaged.passUnretained(transfer).toOpaque()
        easy.errorText.pointee = 0
        curl_shim_set_text(handle, CURLOPT_URL, request.url)
        curl_shim_set_list(
            handle, CURLOPT_HTTPHEADER,
            request.headerLines.isEmpty
                ? usualHeader.first : easy.list(of: EasyOptions.headerLines + request.headerLines))
        curl_shim_set_list(handle, CURLOPT_RESOLVE, easy.list(of: request.resolve.map { [$0] } ?? []))
        curl_shim_set_list(handle, CURLOPT_CONNECT_TO, easy.list(of: request.connectTo.map { [$0] } ?? []))
        curl_shim_set_text(handle, CURLOPT_COOKIELIST, "ALL")
        for cookie in request.cookies { curl_shim_set_text(handle, CURLOPT_COOKIELIST, cookie) }
        curl_shim_set_long(handle, CURLOPT_HTTP_CONTENT_DECODING, request.isDecoded ? 1 : 0)
        curl_shim_set_long(
            handle, CURLOPT_CONNECTTIMEOUT_MS, max(1, min(request.connectMilliseconds, request.milliseconds)))
        if easy.trust != request.trust { set(request.trust, on: easy) }
        for option in [
            CURLOPT_PRIVATE, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PREREQDATA,
        ] {
            curl_shim_set_pointer(handle, option, context)
        }
    }

    /// Strict as browsers are: TLS 1.2 or later. An unverified connection is made anew, serves one request and leaves no
    /// session behind, so that nothing of it can ever serve a verified request.
    private func set(_ trust: ServerTrust, on easy: EasyHandle) {
        let handle = easy.pointer
        let isVerified = trust == .verified
        let isWeak = trust == .unverifiedAndWeak
        easy.trust = trust
        curl_shim_set_long(handle, CURLOPT_SSL_VERIFYPEER, isVerified ? 1 : 0)
        curl_shim_set_long(handle, CURLOPT_SSL_VERIFYHOST, isVerified ? 2 : 0)
        curl_shim_set_long(
            handle, CURLOPT_SSLVERSION, isWeak ? CURL_SSLVERSION_TLSv1_0 : CURL_SSLVERSION_TLSv1_2)
        curl_shim_set_text(handle, CURLOPT_SSL_CIPHER_LIST, isWeak ? "ALL:!aNULL:!eNULL:@SECLEVEL=0" : nil)
        curl_shim_set_long(handle, CURLOPT_CERTINFO, isVerified && !readsCertificates ? 0 : 1)
        curl_shim_set_long(handle, CURLOPT_FRESH_CONNECT, isVerified ? 0 : 1)
        curl_shim_set_long(handle, CURLOPT_FORBID_REUSE, isVerified ? 0 : 1)
        curl_shim_set_long(handle, CURLOPT_SSL_SESSIONID_CACHE, isVerified ? 1 : 0)
    }

    /// A libcurl list that lives as long as the options.
    private final class SharedList {
        private(set) var first: UnsafeMutablePointer<curl_slist>?

        init(_ texts: [String]) {
            for text in texts { first = curl_slist_append(first, text) ?? first }
        }

        deinit { curl_slist_free_all(first) }
    }

    /// Reads what libcurl knows before the handle is taken off.
    func answer(of transfer: Transfer, code: CURLcode) -> ExchangeAnswer {
        let handle = transfer.easy.pointer
        var answer = transfer.answer
        var number = 0
        var offset: curl_off_t = 0
        answer.code = Int32(code.rawValue)
        if code == CURLE_OK {
            answer.abort = nil  // another server address did answer
        } else {
            answer.errorText = String(cString: transfer.easy.errorText)
            if answer.errorText.isEmpty { answer.errorText = String(cString: curl_easy_strerror(code)) }
        }
        if curl_shim_get_long(handle, CURLINFO_RESPONSE_CODE, &number) == CURLE_OK, number > 0 {
            answer.status = number
        }
        if curl_shim_get_long(handle, CURLINFO_SSL_VERIFYRESULT, &number) == CURLE_OK { answer.verifyResult = number }
        if curl_shim_get_offset(handle, CURLINFO_CONNECT_TIME_T, &offset) == CURLE_OK, offset > 0 || answer.isSent {
            answer.isConnected = true
        }
        answer.firstByteMilliseconds = firstByteMilliseconds(handle)
        if code == CURLE_COULDNT_CONNECT, curl_shim_get_long(handle, CURLINFO_OS_ERRNO, &number) == CURLE_OK {
            answer.systemError = Int32(truncatingIfNeeded: number)
        }
        if transfer.request.trust != .verified || readsCertificates { answer.certificates = certificates(handle) }
        answer.cookies = cookies(of: transfer)
        answer.milliseconds = monotonicMilliseconds() - transfer.startedAt
        return answer
    }

    private func firstByteMilliseconds(_ handle: UnsafeMutableRawPointer) -> Int? {
        var sent: curl_off_t = 0
        var received: curl_off_t = 0
        guard curl_shim_get_offset(handle, CURLINFO_STARTTRANSFER_TIME_T, &received) == CURLE_OK, received > 0,
            curl_shim_get_offset(handle, CURLINFO_PRETRANSFER_TIME_T, &sent) == CURLE_OK
        else { return nil }
        return Int(max(0, received - sent) / 1000)
    }

    /// PEM texts of the served chain, the server's own first, at most as many as any sane chain has.
    private func certificates(_ handle: UnsafeMutableRawPointer) -> [String] {
        var chain: UnsafeMutablePointer<curl_certinfo>?
        guard curl_shim_get_certificates(handle, &chain) == CURLE_OK, let chain else { return [] }
        let mark = "Cert:"
        return (0..<min(10, Int(chain.pointee.num_of_certs))).compactMap { index in
            var next = chain.pointee.certinfo?[index]
            while let entry = next {
                if let text = entry.pointee.data.map({ String(cString: $0) }), text.hasPrefix(mark) {
                    return String(text.dropFirst(mark.count))
                }
                next = entry.pointee.next
            }
            return nil
        }
    }

    private func cookies(of transfer: Transfer) -> [String] {
        guard !transfer.request.cookies.isEmpty || transfer.answer.headerLines.contains(where: HeaderLine.setsCookie)
        else { return [] }
        var head: UnsafeMutablePointer<curl_slist>?
        guard curl_shim_get_list(transfer.easy.pointer, &head) == CURLE_OK else { return [] }
        defer { curl_slist_free_all(head) }
        var cookies: [String] = []
        var next = head
        while let entry = next {
            if let text = entry.pointee.data { cookies.append(String(cString: text)) }
            next = entry.pointee.next
        }
        return cookies
    }
}
