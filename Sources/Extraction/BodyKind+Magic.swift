/// The beginnings of binary formats; numbers and places from their specifications.
private let magics: [([UInt8], BodyKind)] = [
    (Array("%PDF-".utf8), .pdf), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .ole),
    ([0xFF, 0xD8, 0xFF], .image), ([0x89, 0x50, 0x4E, 0x47], .image), (Array("GIF8".utf8), .image),
    (Array("II*\u{0}".utf8), .image), (Array("MM\u{0}*".utf8), .image), (Array("Rar!".utf8), .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive), ([0x1F, 0x8B, 0x08], .archive), (Array("BZh".utf8), .archive),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .archive), (Array("{\\rtf".utf8), .rtf),
    (Array("ID3".utf8), .unknown), (Array("OggS".utf8), .unknown), ([0x1A, 0x45, 0xDF, 0xA3], .unknown),
]

/// Codes of still pictures behind `ftyp` (HEIF, ISO/IEC 23008-12; AVIF); all others are films and sounds.
private let pictureBrands: Set<[UInt8]> = Set(["heic", "heix", "hevc", "mif1", "msf1", "avif"].map { Array($0.utf8) })

func kindByMagic(_ body: [UInt8]) -> BodyKind? {
    if let found = magics.first(where: { body.starts(with: $0.0) }) { return found.1 }
    if body.starts(with: Array("PK\u{3}\u{4}".utf8)) || body.starts(with: Array("PK\u{5}\u{6}".utf8)) {
        return zipKind(body)
    }
    if body.count > 12, body.starts(with: Array("RIFF".utf8)) {
        return Array(body[8..<12]) == Array("WEBP".utf8) ? .image : .unknown
    }
    if body.count > 12, Array(body[4..<8]) == Array("ftyp".utf8) {
        return pictureBrands.contains(Array(body[8..<12])) ? .image : .unknown
    }
    if isBitmap(body) { return .image }
    if body.count > 262, Array(body[257..<262]) == Array("ustar".utf8) { return .archive }
    // An MPEG sound without a tag before it: eleven bits of a frame, layer III.
    if body.count > 4, body[0] == 0xFF, [0xFB, 0xF3, 0xF2].contains(body[1]) { return .unknown }
    return kindBehindJunk(body)
}

/// Servers put line breaks, messages or byte order marks before a file; readers of PDF look for it in the first 1024
/// bytes. What stands before it must not be a page of its own that only speaks of the mark.
private func kindBehindJunk(_ body: [UInt8]) -> BodyKind? {
    let head = Array(body.prefix(1_024 + 8))
    if let offset = firstOffset(of: "%pdf-", in: head, from: 0), offset + 5 < head.count,
        (48...57).contains(head[offset + 5]),
        offset == 0 || head[offset - 1] <= 32 || head[offset - 1] >= 0x80
            || head[offset - 1] == 62,
        firstOffset(of: "<body", in: Array(head[..<offset]), from: 0) == nil
    {
        return .pdf
    }
    let start = head.prefix { $0 <= 32 || [0xEF, 0xBB, 0xBF].contains($0) }.count
    return start > 0 && head[start...].starts(with: Array("{\\rtf".utf8)) ? .rtf : nil
}

/// `BM`, the length of the file and a header of a known length (BITMAPFILEHEADER).
private func isBitmap(_ body: [UInt8]) -> Bool {
    guard body.count > 26, body.starts(with: Array("BM".utf8)) else { return false }
    return [12, 40, 52, 56, 64, 108, 124].contains(body[14]) && body[15] == 0 && body[16] == 0
}

/// Office documents are known by the members that they must have; programs put them anywhere in the zip, so all names of
/// its directory are looked at. A zip cut off before its directory is judged by the names at its beginning.
private func zipKind(_ body: [UInt8]) -> BodyKind {
    let head = Array(body.prefix(4_096))
    if firstOffset(of: "mimetypeapplication/vnd.oasis", in: head, from: 0) != nil
        || firstOffset(of: "mimetypeapplication/vnd.sun.xml", in: head, from: 0) != nil
    {
        return .ooxml
    }
    guard let names = zipDirectory(body) else {
        let early: [StaticString] = [
            "[content_types].xml", "word/", "xl/", "ppt/", "_rels/.rels", "application/vnd.oasis",
        ]
        return early.contains { firstOffset(of: $0, in: head, from: 0) != nil } ? .ooxml : .archive
    }
    // Both stand at the root of every Office Open XML file; web archives and programs have neither.
    let isPackage = names.contains("[content_types].xml") && names.contains("_rels/.rels")
    return isPackage || (names.contains("mimetype") && names.contains("content.xml")) ? .ooxml : .archive
}

/// The names of the members, ASCII letters lower case and backslashes turned, from the directory at the end; at most
/// 4,096 of them. Nil when there is no whole directory.
private func zipDirectory(_ body: [UInt8]) -> Set<String>? {
    let mark: [UInt8] = [0x50, 0x4B, 5, 6]
    var end = body.count - 22
    let earliest = max(0, body.count - 22 - 65_535)
    while end >= earliest, !body[end...].starts(with: mark) { end -= 1 }
    guard end >= earliest, end >= 0 else { return nil }
    var place = Int(little(body, at: end + 16, bytes: 4))
    // Files before which something was put: the directory stands right before its end all the same.
    let size = Int(little(body, at: end + 12, bytes: 4))
    if place + size != end, end - size >= 0 { place = end - size }
    var names: Set<String> = []
    for _ in 0..<4_096 {
        guard place >= 0, place + 46 <= end, little(body, at: place, bytes: 4) == 0x0201_4B50 else { break }
        let length = Int(little(body, at: place + 28, bytes: 2))
        let rest = Int(little(body, at: place + 30, bytes: 2)) + Int(little(body, at: place + 32, bytes: 2))
        guard place + 46 + length <= end else { break }
        let name = body[(place + 46)..<(place + 46 + length)].map { $0 == 92 ? 47 : asciiLowered($0) }
        names.insert(String(decoding: name.drop { $0 == 47 }, as: UTF8.self))
        place += 46 + length + rest
    }
    return names.isEmpty ? nil : names
}

private func little(_ body: [UInt8], at place: Int, bytes: Int) -> UInt32 {
    (0..<bytes).reduce(0) { $0 | UInt32(body[place + $1]) << UInt32(8 * $1) }
}
