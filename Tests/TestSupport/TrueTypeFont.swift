/// As much of a TrueType file as is needed to draw with it: which glyph a letter has, and its width.
public struct TrueTypeFont: Sendable {
    let bytes: [UInt8]
    private let unitsPerEm: Int
    private let widths: Int
    private let widthCount: Int
    private let map: Int

    /// Nil when the bytes are no font with a table of the Basic Multilingual Plane (format 4).
    public init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        func word(_ at: Int) -> Int { at + 1 < bytes.count ? Int(bytes[at]) << 8 | Int(bytes[at + 1]) : 0 }
        func long(_ at: Int) -> Int { word(at) << 16 | word(at + 2) }
        var tables: [String: Int] = [:]
        for index in 0..<word(4) {
            let entry = 12 + 16 * index
            guard entry + 16 <= bytes.count else { return nil }
            tables[String(decoding: bytes[entry..<(entry + 4)], as: UTF8.self)] = long(entry + 8)
        }
        guard let head = tables["head"], let hhea = tables["hhea"], let hmtx = tables["hmtx"], let cmap = tables["cmap"]
        else { return nil }
        unitsPerEm = max(1, word(head + 18))
        widthCount = word(hhea + 34)
        widths = hmtx
        let places = (0..<word(cmap + 2)).map { cmap + long(cmap + 4 + 8 * $0 + 4) }
        guard let place = places.first(where: { word($0) == 4 }) else { return nil }
        map = place
    }

    private func word(_ at: Int) -> Int { at + 1 < bytes.count ? Int(bytes[at]) << 8 | Int(bytes[at + 1]) : 0 }

    /// 0, the glyph of what is missing, for letters that the font does not have.
    func glyph(of scalar: Unicode.Scalar) -> UInt16 {
        let count = word(map + 6) / 2
        for index in 0..<count {
            let end = word(map + 14 + 2 * index)
            guard Int(scalar.value) <= end else { continue }
            let start = word(map + 16 + 2 * count + 2 * index)
            guard Int(scalar.value) >= start else { return 0 }
            let delta = word(map + 16 + 4 * count + 2 * index)
            let rangePlace = map + 16 + 6 * count + 2 * index
            let range = word(rangePlace)
            if range == 0 { return UInt16(truncatingIfNeeded: Int(scalar.value) + delta) }
            let glyph = word(rangePlace + range + 2 * (Int(scalar.value) - start))
            return glyph == 0 ? 0 : UInt16(truncatingIfNeeded: glyph + delta)
        }
        return 0
    }

    /// Thousandths of the height of a line.
    func width(of glyph: UInt16) -> Int {
        let index = min(Int(glyph), widthCount - 1)
        return word(widths + 4 * index) * 1000 / unitsPerEm
    }
}
