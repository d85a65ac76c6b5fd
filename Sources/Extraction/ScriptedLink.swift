import WebEvidence

/// The address behind a scripted link: `window.open('…')`, `location.href='…'`, or a call with an address among its
/// arguments such as `popup('file.pdf', 500)`.
///
/// - Parameter script: the value of `href="javascript:…"` or of `onclick`.
/// - Returns: the reference as written in the script; nil when the script names none.
func scriptedTarget(_ script: [UInt8]) -> String? {
    guard script.count < 4_000 else { return nil }
    let plain =
        script.starts(with: Array("javascript:".utf8)) && script.contains(37)
        ? PercentEncoding.decodedBytes(String(decoding: script, as: UTF8.self)) : script
    if let location = firstOffset(of: "location", in: plain, from: 0),
        let word = quotedWords(Array(plain[location...])).first, isNavigation(plain, at: location)
    {
        return word.isEmpty || word == "#" ? nil : word
    }
    let words = quotedWords(plain)
    if firstOffset(of: "open(", in: plain, from: 0) != nil, let word = words.first, word.utf8.count > 1,
        word.hasPrefix("#") == false
    {
        return word
    }
    return words.first(where: looksLikeAddress)
}

/// `location = '…'`, `location.href = '…'`, `location.assign('…')`, `location.replace('…')`.
private func isNavigation(_ script: [UInt8], at location: Int) -> Bool {
    let rest = script[(location + 8)...].prefix(20).filter { $0 > 32 }.map(asciiLowered)
    return ["=", ".href=", ".assign(", ".replace("].contains { rest.starts(with: Array($0.utf8)) }
        && !rest.starts(with: Array("==".utf8))
}

/// An absolute or relative address rather than a name, a number or a window's features.
private func looksLikeAddress(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard bytes.count > 3, !bytes.contains(32), !bytes.contains(36), !word.hasPrefix("#") else { return false }
    if word.hasPrefix("http://") || word.hasPrefix("https://") || word.hasPrefix("//") { return true }
    guard !bytes.contains(44), bytes.contains(where: { $0 == 46 || $0 == 47 || $0 == 63 }) else { return false }
    let path = bytes.prefix { $0 != 63 && $0 != 35 }
    if path.count < bytes.count, bytes.contains(61) { return true }
    guard let dot = path.lastIndex(of: 46) else { return path.contains(47) && path.count > 4 }
    let ending = path[(dot + 1)...]
    return (2...5).contains(ending.count)
        && ending.allSatisfy { (97...122).contains(asciiLowered($0)) || (48...57).contains($0) }
        && ending.contains { (97...122).contains(asciiLowered($0)) }
}
