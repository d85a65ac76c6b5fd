/// The encodings that a page declares, most trusted first: the Content-Type header, then the page's own meta elements.
func declaredEncodings(contentType: String?, body: [UInt8]) -> [String] {
    var labels: [String] = []
    if let contentType, let label = charset(in: Array(contentType.utf8), from: 0) { labels.append(label) }
    let head = Array(body.prefix(16_384))
    if let encoding = firstOffset(of: "encoding=", in: Array(head.prefix(200)), from: 0),
        firstOffset(of: "<?xml", in: Array(head.prefix(200)), from: 0) != nil
    {
        labels.append(label(in: head, from: encoding + 9))
    }
    var position = 0
    while let meta = firstOffset(of: "<meta", in: head, from: position) {
        let end = head[meta...].firstIndex(of: 62) ?? head.count
        if let label = charset(in: Array(head[meta..<end]), from: 0) { labels.append(label) }
        position = end
    }
    return labels.filter { !$0.isEmpty }
}

/// What follows `charset=`.
private func charset(in bytes: [UInt8], from start: Int) -> String? {
    guard let mark = firstOffset(of: "charset", in: bytes, from: start) else { return nil }
    let rest = bytes[(mark + 7)...].drop { $0 <= 32 }
    guard rest.first == 61 else { return nil }
    return label(in: bytes, from: rest.startIndex + 1)
}

private func label(in bytes: [UInt8], from start: Int) -> String {
    let rest = bytes[min(start, bytes.count)...].drop { $0 <= 32 || $0 == 34 || $0 == 39 }
    let name = rest.prefix { $0 > 32 && $0 != 34 && $0 != 39 && $0 != 59 && $0 != 44 && $0 != 62 && $0 != 47 }
    return String(decoding: name.prefix(40), as: UTF8.self)
}
