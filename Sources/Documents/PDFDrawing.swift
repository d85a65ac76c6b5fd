import Programs

/// Draws pages of one PDF, to see whether anything is on them and to have them recognised.
struct PDFDrawing: Sendable {
    let programs: ProgramSpawner
    let pdftoppm: Program
    let body: [UInt8]

    /// The long side of an A4 page at 300 dots per inch, for which recognition is made.
    private static let recognisedSide = 3_508
    /// Enough to see that something is there.
    private static let lookedAtSide = 240

    /// A page (from 0) as a PGM picture; nil when it could not be drawn or nothing is on it.
    func picture(ofPage page: Int) async -> [UInt8]? {
        let request = PDFRequests.pictures(
            of: body, pages: page...page, longSide: PDFDrawing.recognisedSide, by: pdftoppm)
        guard let bytes = await output(of: request), let picture = GrayPicture.all(in: bytes).first else { return nil }
        return picture.darkShare > 0.0002 ? bytes : nil
    }

    /// Those of the pages on which no more is drawn than the few letters of their text layer.
    func pagesWithoutPicture(_ pages: [Int], layers: [PDFPageLayer]) async -> Set<Int> {
        guard let first = pages.first, let last = pages.last else { return [] }
        let request = PDFRequests.pictures(
            of: body, pages: first...last, longSide: PDFDrawing.lookedAtSide, by: pdftoppm)
        guard let bytes = await output(of: request) else { return [] }
        let pictures = GrayPicture.all(in: bytes)
        return Set(
            pages.filter { page in
                guard page - first < pictures.count else { return false }
                // Forty letters of usual size fill about half a percent of a page.
                let allowed = layers[page].text.contains { $0 > 32 } ? 0.01 : 0.0005
                return pictures[page - first].darkShare < allowed
            })
    }

    private func output(of request: ProgramRequest) async -> [UInt8]? {
        do throws(ProgramError) {
            let run = try await programs.run(request)
            return run.output.bytes.isEmpty ? nil : run.output.bytes
        } catch {
            return nil
        }
    }
}

/// A gray picture in the form that netpbm calls P5.
struct GrayPicture {
    let width: Int
    let height: Int
    /// Part of the pixels that are darker than light gray, 0...1.
    let darkShare: Double

    /// All whole pictures that stand one after the other.
    static func all(in bytes: [UInt8]) -> [GrayPicture] {
        var pictures: [GrayPicture] = []
        var index = 0
        while let (picture, end) = picture(in: bytes, from: index) {
            pictures.append(picture)
            index = end
        }
        return pictures
    }

    private static func picture(in bytes: [UInt8], from start: Int) -> (GrayPicture, end: Int)? {
        guard start + 2 < bytes.count, bytes[start] == 80, bytes[start + 1] == 53 else { return nil }
        var index = start + 2
        var values: [Int] = []
        while values.count < 3 {
            while index < bytes.count, bytes[index] <= 32 { index += 1 }
            var value = 0
            var digits = 0
            while index < bytes.count, bytes[index] &- 48 < 10, digits < 7 {
                value = value * 10 + Int(bytes[index] - 48)
                digits += 1
                index += 1
            }
            guard digits > 0 else { return nil }
            values.append(value)
        }
        index += 1
        let size = values[0] * values[1]
        guard size > 0, values[2] <= 255, index + size <= bytes.count else { return nil }
        var dark = 0
        for place in index..<(index + size) where bytes[place] < 200 { dark += 1 }
        return (
            GrayPicture(width: values[0], height: values[1], darkShare: Double(dark) / Double(size)), index + size
        )
    }
}
