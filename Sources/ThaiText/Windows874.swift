/// Windows-874, a superset of TIS-620 and ISO-8859-11 (WHATWG maps all three labels to it).
public enum Windows874 {
    /// The scalar of each byte; U+FFFD where the code page has none.
    static let scalars: [UInt32] = {
        var table = [UInt32](repeating: 0xFFFD, count: 256)
        for byte in 0..<0x80 { table[byte] = UInt32(byte) }
        table[0x80] = 0x20AC
        table[0x85] = 0x2026
        for (offset, scalar) in [0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014].enumerated() {
            table[0x91 + offset] = UInt32(scalar)
        }
        table[0xA0] = 0xA0
        for byte in 0xA1...0xDA { table[byte] = 0x0E01 + UInt32(byte - 0xA1) }
        for byte in 0xDF...0xFB { table[byte] = 0x0E3F + UInt32(byte - 0xDF) }
        return table
    }()

    /// How the bytes above ASCII look when read as Thai.
    struct Plausibility {
        var highBytes = 0
        var consonants = 0
        var undefined = 0
        /// Marks without a base, leading vowels before no consonant.
        var misplaced = 0
        var runs = 0

        init(_ bytes: some Sequence<UInt8>) {
            var previous: UInt8 = 0
            for byte in bytes {
                defer { previous = byte }
                guard byte >= 0x80 else {
                    if Plausibility.isLeadingVowel(previous) { misplaced += 1 }
                    continue
                }
                highBytes += 1
                if previous < 0x80 { runs += 1 }
                if Plausibility.isConsonant(byte) { consonants += 1 }
                if Windows874.scalars[Int(byte)] == 0xFFFD { undefined += 1 }
                if Plausibility.isMark(byte), !Plausibility.isConsonant(previous), !Plausibility.isMark(previous) {
                    misplaced += 1
                }
                if Plausibility.isLeadingVowel(previous), !Plausibility.isConsonant(byte) { misplaced += 1 }
            }
        }

        /// True for text that a Thai would recognise: mostly consonants and marks in lawful order, in runs.
        var isThai: Bool {
            highBytes >= 2 && consonants * 3 >= highBytes && undefined * 25 <= highBytes
                && misplaced * 10 <= highBytes && highBytes >= runs * 2
        }

        static func isConsonant(_ byte: UInt8) -> Bool { (0xA1...0xCE).contains(byte) }
        static func isLeadingVowel(_ byte: UInt8) -> Bool { (0xE0...0xE4).contains(byte) }
        static func isMark(_ byte: UInt8) -> Bool {
            byte == 0xD1 || (0xD4...0xDA).contains(byte) || (0xE7...0xEE).contains(byte)
        }
    }
}

/// Windows-1252 as browsers read every Latin-1 label; U+FFFD for its five holes.
enum Windows1252 {
    static let scalars: [UInt32] = {
        var table = (0..<256).map(UInt32.init)
        let upper: [UInt32] = [
            0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
            0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
            0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
        ]
        for (offset, scalar) in upper.enumerated() { table[0x80 + offset] = scalar }
        return table
    }()
}
