/// Width and height of a picture as its head declares them, in pixels.
struct PictureShape: Equatable {
    let width: Int
    let height: Int
    /// The usual ending of such files, for the programs that go by it.
    let ending: String

    /// Reads the head of a PNG, JPEG, GIF, BMP or WebP file; of TIFF only the kind, with a size of 0. Nil for anything
    /// else.
    init?(_ bytes: [UInt8]) {
        func little(_ at: Int) -> Int { at + 1 < bytes.count ? Int(bytes[at]) | Int(bytes[at + 1]) << 8 : 0 }
        func big(_ at: Int) -> Int { at + 1 < bytes.count ? Int(bytes[at]) << 8 | Int(bytes[at + 1]) : 0 }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            self.init(big(16) << 16 | big(18), big(20) << 16 | big(22), "png")
        } else if bytes.starts(with: Array("GIF8".utf8)) {
            self.init(little(6), little(8), "gif")
        } else if bytes.starts(with: Array("BM".utf8)), bytes.count > 26 {
            let height = Int32(truncatingIfNeeded: little(22) | little(24) << 16)
            self.init(little(18) | little(20) << 16, Int(height.magnitude), "bmp")
        } else if bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
            self.init(0, 0, "tif")
        } else if bytes.starts(with: Array("RIFF".utf8)), bytes.count > 30, bytes[8..<12].elementsEqual("WEBP".utf8) {
            guard let shape = PictureShape.webp(bytes) else { return nil }
            self = shape
        } else if bytes.starts(with: [0xFF, 0xD8]) {
            guard let shape = PictureShape.jpeg(bytes) else { return nil }
            self = shape
        } else {
            return nil
        }
    }

    private init(_ width: Int, _ height: Int, _ ending: String) {
        self.width = width
        self.height = height
        self.ending = ending
    }

    private static func webp(_ bytes: [UInt8]) -> PictureShape? {
        switch bytes[12..<16] {
        case _ where bytes[12..<16].elementsEqual("VP8X".utf8):
            let width = Int(bytes[24]) | Int(bytes[25]) << 8 | Int(bytes[26]) << 16
            let height = Int(bytes[27]) | Int(bytes[28]) << 8 | Int(bytes[29]) << 16
            return PictureShape(width + 1, height + 1, "webp")
        case _ where bytes[12..<16].elementsEqual("VP8L".utf8):
            let word = Int(bytes[21]) | Int(bytes[22]) << 8 | Int(bytes[23]) << 16 | Int(bytes[24]) << 24
            return PictureShape(word & 0x3FFF + 1, word >> 14 & 0x3FFF + 1, "webp")
        case _ where bytes[12..<16].elementsEqual("VP8 ".utf8):
            let width = (Int(bytes[26]) | Int(bytes[27]) << 8) & 0x3FFF
            let height = (Int(bytes[28]) | Int(bytes[29]) << 8) & 0x3FFF
            return PictureShape(width, height, "webp")
        default: return nil
        }
    }

    /// Walks the segments to the one that begins the frame.
    private static func jpeg(_ bytes: [UInt8]) -> PictureShape? {
        var index = 2
        while index + 9 < bytes.count {
            guard bytes[index] == 0xFF else { return nil }
            let kind = bytes[index + 1]
            switch kind {
            case 0xFF: index += 1
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                let height = Int(bytes[index + 5]) << 8 | Int(bytes[index + 6])
                return PictureShape(Int(bytes[index + 7]) << 8 | Int(bytes[index + 8]), height, "jpg")
            case 0xDA, 0xD9: return nil
            default: index += 2 + (Int(bytes[index + 2]) << 8 | Int(bytes[index + 3]))
            }
        }
        return nil
    }
}
