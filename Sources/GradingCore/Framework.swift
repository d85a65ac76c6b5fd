/// How one year (or one list of another assessment) is scored, as data. Nothing in the core knows a year or an item.
///
/// All means are unweighted: item -> sub-indicator -> indicator -> instrument; the overall score weights the instruments.
public struct Framework: Sendable, Hashable {
    /// The year that is assessed.
    public var fiscalYear: FiscalYear
    /// In the order of the assessment, for example IIT, EIT, OIT. Weights are percent and add up to 100.
    public var instruments: [InstrumentFrame]
    /// The bands into which the overall score falls.
    public var levels: LevelScale
    /// Score from which the year counts as passed, in hundredths of a point (8500 = 85.00).
    public var passMarkHundredths: Int

    /// Nothing is checked here; see the loader of checklists.
    public init(
        fiscalYear: FiscalYear, instruments: [InstrumentFrame], levels: LevelScale, passMarkHundredths: Int
    ) {
        self.fiscalYear = fiscalYear
        self.instruments = instruments
        self.levels = levels
        self.passMarkHundredths = passMarkHundredths
    }
}

/// One instrument: a survey (indicators without items) or an inspection (indicators with items).
public struct InstrumentFrame: Sendable, Hashable {
    /// `IIT`, `EIT`, `OIT`, or what another list calls it.
    public var id: String
    /// Share of the overall score in percent.
    public var weightPercent: Int
    /// In the order of the assessment.
    public var indicators: [IndicatorFrame]
    /// Ids under which the instrument's parts are published (`EIT1`, `EIT2` from FY 2566), else empty.
    /// With parts the instrument is also the mean of its parts.
    public var parts: [String]

    /// Without parts unless they are named.
    public init(id: String, weightPercent: Int, indicators: [IndicatorFrame], parts: [String] = []) {
        self.id = id
        self.weightPercent = weightPercent
        self.indicators = indicators
        self.parts = parts
    }
}

/// One indicator; its score is the mean of its sub-indicators, or given where it has none.
public struct IndicatorFrame: Sendable, Hashable {
    /// `1` ... `10`.
    public var id: String
    /// Empty for survey indicators.
    public var subIndicators: [SubIndicatorFrame]

    /// A survey indicator unless sub-indicators are given.
    public init(id: String, subIndicators: [SubIndicatorFrame] = []) {
        self.id = id
        self.subIndicators = subIndicators
    }
}

/// One sub-indicator; its score is the mean of its items.
public struct SubIndicatorFrame: Sendable, Hashable {
    /// `9.1`.
    public var id: String
    /// In the order of the list, each once.
    public var items: [ItemID]

    /// From the items in the order of the list.
    public init(id: String, items: [ItemID]) {
        self.id = id
        self.items = items
    }
}

/// The bands of a year, as data.
public enum LevelScale: Sendable, Hashable {
    /// Letters by the overall score alone, highest first; the last band has threshold 0.
    case bands([LevelBand])
    /// Names that also look at each instrument (from FY 2566), highest first; see `InstrumentLevel`.
    case instrumentBands([InstrumentLevel])
}

/// A band by the overall score: applies from `fromHundredths` (9500 = 95.00) up to the next.
public struct LevelBand: Sendable, Hashable {
    /// As the assessment prints it.
    public var name: String
    /// Least overall score, in hundredths.
    public var fromHundredths: Int
    /// A band from so many hundredths up.
    public init(name: String, fromHundredths: Int) {
        self.name = name
        self.fromHundredths = fromHundredths
    }
}

/// A band that asks a least overall score and a least score of every instrument (or part), both in hundredths.
public struct InstrumentLevel: Sendable, Hashable {
    /// As the assessment prints it.
    public var name: String
    /// Least overall score, in hundredths.
    public var overallFromHundredths: Int
    /// 0 where the band does not look at the instruments.
    public var eachInstrumentFromHundredths: Int
    /// A band with both conditions.
    public init(name: String, overallFromHundredths: Int, eachInstrumentFromHundredths: Int) {
        self.name = name
        self.overallFromHundredths = overallFromHundredths
        self.eachInstrumentFromHundredths = eachInstrumentFromHundredths
    }
}
