import FoundationEssentials
import GradingCore

/// The repository this test was built from.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// Reproducible random numbers (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

enum Frames {
    static let letters = LevelScale.bands(
        [("AA", 9500), ("A", 8500), ("B", 7500), ("C", 6500), ("D", 5500), ("E", 5000), ("F", 0)].map {
            LevelBand(name: $0.0, fromHundredths: $0.1)
        })

    static let thai = LevelScale.instrumentBands(
        [
            ("ผ่านดีเยี่ยม", 9500, 9500), ("ผ่านดี", 8500, 8500), ("ผ่าน", 8500, 0), ("ต้องปรับปรุง", 7000, 0),
            ("ต้องปรับปรุงโดยด่วน", 0, 0),
        ].map { InstrumentLevel(name: $0.0, overallFromHundredths: $0.1, eachInstrumentFromHundredths: $0.2) })

    /// The frame of a year by its number: sizes of the sub-indicators as the assessment has them.
    static func year(_ year: Int) -> Framework {
        let sizes: [Int: ([Int], [Int])] = [
            2562: ([9, 8, 7, 4, 5], [8, 7]), 2563: ([9, 8, 7, 4, 5], [8, 2]), 2564: ([9, 8, 7, 4, 5], [8, 2]),
            2565: ([9, 8, 7, 4, 5], [8, 2]), 2566: ([10, 8, 4, 4, 4], [8, 5]), 2567: ([6, 7, 4, 4, 4], [6, 4]),
            2568: ([4, 7, 2, 3, 4], [4, 4]), 2569: ([4, 6, 2, 3, 4], [3, 4]),
        ]
        let (nine, ten) = sizes[year] ?? ([], [])
        var next = 1
        func indicator(_ id: String, _ sizes: [Int]) -> IndicatorFrame {
            IndicatorFrame(
                id: id,
                subIndicators: sizes.enumerated().map { position, size in
                    defer { next += size }
                    return SubIndicatorFrame(
                        id: "\(id).\(position + 1)", items: (next..<next + size).map { ItemID("o\($0)") })
                })
        }
        return Framework(
            fiscalYear: FiscalYear(year),
            instruments: [
                InstrumentFrame(id: "IIT", weightPercent: 30, indicators: (1...5).map { IndicatorFrame(id: "\($0)") }),
                InstrumentFrame(
                    id: "EIT", weightPercent: 30, indicators: (6...8).map { IndicatorFrame(id: "\($0)") },
                    parts: year >= 2566 ? ["EIT1", "EIT2"] : []),
                InstrumentFrame(
                    id: "OIT", weightPercent: 40, indicators: [indicator("9", nine), indicator("10", ten)]),
            ], levels: year >= 2566 ? thai : letters, passMarkHundredths: 8500)
    }

    /// The inspected instrument of a year.
    static func oit(_ year: Int) throws -> InstrumentFrame {
        guard let instrument = self.year(year).inspected else { throw Missing() }
        return instrument
    }
    struct Missing: Error {}

    /// A hospital's list: other ids, one indicator, nothing but this instrument.
    static let hospital = Framework(
        fiscalYear: FiscalYear(2567),
        instruments: [
            InstrumentFrame(
                id: "MOIT", weightPercent: 100,
                indicators: [
                    IndicatorFrame(
                        id: "A",
                        subIndicators: [
                            SubIndicatorFrame(id: "A.1", items: (1...3).map { ItemID("MOIT \($0)") }),
                            SubIndicatorFrame(id: "A.2", items: [ItemID("MOIT 4")]),
                        ])
                ])
        ], levels: .bands([LevelBand(name: "pass", fromHundredths: 8000), LevelBand(name: "fail", fromHundredths: 0)]),
        passMarkHundredths: 8000)

    /// One instrument with sub-indicators of these sizes, one inner array for each indicator.
    static func small(_ sizes: [[Int]], percent: Int = 40) -> InstrumentFrame {
        InstrumentFrame(
            id: "X", weightPercent: percent,
            indicators: sizes.enumerated().map { i, subs in
                IndicatorFrame(
                    id: "i\(i)",
                    subIndicators: subs.enumerated().map { s, size in
                        SubIndicatorFrame(id: "i\(i).\(s)", items: (0..<size).map { ItemID("q\(i)-\(s)-\($0)") })
                    })
            })
    }

    /// Random points for every item.
    static func points(
        _ instrument: InstrumentFrame, among choices: [ItemPoints] = ItemPoints.allCases, with random: inout Seeded
    ) -> [ItemID: ItemPoints] {
        Dictionary(
            uniqueKeysWithValues: instrument.items.map { ($0, choices.randomElement(using: &random) ?? .unknown) })
    }
}
