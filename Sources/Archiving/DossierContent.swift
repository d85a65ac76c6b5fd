public import Findings
import FoundationEssentials
import GradingCore

/// What a dossier holds beside the pages: the judgement and what the agency declared.
public struct DossierContent: Sendable {
    /// The judgement that the archive goes with.
    public var assessment: Assessment
    /// `report.json`, byte for byte.
    public var report: [UInt8]
    /// The submission, byte for byte as it was judged.
    public var submission: [UInt8]
    /// Name and version of the writing program.
    public var software: String

    /// From its parts.
    public init(assessment: Assessment, report: [UInt8], submission: [UInt8], software: String) {
        self.assessment = assessment
        self.report = report
        self.submission = submission
        self.software = software
    }

    /// UTC of the run's end; a run that never ended has its beginning. Everything in a dossier that needs a time and has
    /// none of its own has this one, so the same run gives the same bytes.
    var createdAt: String {
        Moment(iso: assessment.finishedAt) == nil ? assessment.startedAt : assessment.finishedAt
    }

    var title: String {
        let name = assessment.agency.name.isEmpty ? assessment.agency.website : assessment.agency.name
        return "\(name) OIT \(assessment.fiscalYear.year) (\(assessment.run.text))"
    }

    /// What a reader must know of the archive; the first record of the WARC and the datapackage say it.
    var notice: String {
        "Pages on which run \(assessment.run.text) was judged, as of \(assessment.asOf.iso). Bodies are kept decoded; fields of "
            + "heads that no longer hold are renamed X-Archive-Orig-*. Requests and redirects are written from what was kept: "
            + "address, status, target. Personal data that stood on the pages stands here unmasked."
    }

    func resourceURI(_ name: String) -> String { "urn:oit:\(assessment.run.text):\(name)" }
}

/// JSON of the files that describe an archive.
enum ArchiveJSON {
    static func bytes(_ value: some Encodable, isPretty: Bool = false) throws(ArchiveFault) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            isPretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
        do { return [UInt8](try encoder.encode(value)) } catch {
            throw ArchiveFault(.writing, "a description of the archive cannot be written: \(error)")
        }
    }

    /// One value a line.
    static func lines(_ values: [some Encodable]) throws(ArchiveFault) -> [UInt8] {
        var lines: [UInt8] = []
        for value in values { lines += try bytes(value) + [10] }
        return lines
    }
}
