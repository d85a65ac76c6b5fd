/// One page of a `PDFWorkshop`: A4, 595 by 842 points.
public struct PDFPage: Sendable {
    /// What a text layer says of the letters that stand on the page.
    public enum Layer: Sendable {
        /// The letters themselves.
        case faithful
        /// Other letters in their place, as fonts with a wrong table say.
        case mapped(@Sendable (Unicode.Scalar) -> Unicode.Scalar)
        /// Nothing: the font has no table of letters.
        case absent
    }

    enum Content: Sendable {
        case lines([String], Layer)
        case picture(width: Int, height: Int, gray: [UInt8])
        case stream(PDFStream)
    }

    var content: Content
    /// Degrees by which a viewer turns the page: 0, 90, 180 or 270.
    public var rotation = 0
    /// Addresses of links on the page.
    public var links: [String] = []

    /// Lines of text from the top, 12 points high, 18 apart; at most 44 fit.
    public static func text(_ lines: [String], layer: Layer = .faithful) -> PDFPage {
        PDFPage(content: .lines(lines, layer))
    }

    /// A picture over the whole page, one byte for each pixel, rows from the top; black is 0.
    public static func picture(width: Int, height: Int, gray: [UInt8]) -> PDFPage {
        PDFPage(content: .picture(width: width, height: height, gray: gray))
    }

    /// A page with nothing on it.
    public static var blank: PDFPage { text([]) }

    /// A page that draws as it is told.
    public static func drawing(_ stream: PDFStream) -> PDFPage { PDFPage(content: .stream(stream)) }

    /// Text as it comes from old fonts that stored Thai in the places of Western letters: ก as ¡.
    public static func lettersOfLatin1(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0x0E01...0x0E5B).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0x0E00 + 0xA0) ?? scalar : scalar
    }

    /// Text of which only control characters are left.
    public static func controls(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.value > 32 ? Unicode.Scalar(UInt8(1 + scalar.value % 8)) : scalar
    }
}

/// A stream of a PDF file.
public struct PDFStream: Sendable {
    var entries: String
    var bytes: [UInt8]

    public init(_ bytes: [UInt8], entries: String = "") {
        self.bytes = bytes
        self.entries = entries
    }

    /// A stream of `count` zero bytes, packed to a thousandth.
    public static func zeros(count: Int) -> PDFStream {
        // A gzip member of ours has a head of ten bytes and an end of eight around what zlib calls the deflated data.
        let packed = gzippedZeros(count: count).dropFirst(10).dropLast(8)
        // The checksum of zeros (RFC 1950): the low half stays 1, the high half counts the bytes.
        let high = UInt32(count % 65_521)
        let checksum = [UInt8(high >> 8), UInt8(high & 0xFF), 0, 1]
        return PDFStream([0x78, 0x9C] + packed + checksum, entries: "/Filter /FlateDecode")
    }
}
