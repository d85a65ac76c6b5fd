import Extraction
import Programs
import WebEvidence

@testable import Documents

/// Reads bytes as if they had come from a server.
enum OfficeReading {
    static let here = "https://agency.example/files/plan.bin"

    /// - Parameter tools: nothing by default, so that what is read in process is read without any program.
    static func document(
        _ body: [UInt8], type: String? = nil, tools: DocumentTools = DocumentTools()
    ) async throws -> ExtractedDocument {
        let file = ReceivedFile(
            body: body, kind: bodyKind(of: body, contentType: type), contentType: type,
            address: try PageAddress(here))
        return await DocumentReading(programs: ProgramSpawner(), tools: tools).document(of: file)
    }
}

extension ExtractedDocument {
    /// Texts of the headings with their levels.
    var headingLines: [String] {
        blocks.compactMap { block in
            if case .heading(let level) = block.kind { "\(level) \(block.text)" } else { nil }
        }
    }

    /// Where the sheet's cell with this text stands.
    func cell(_ text: String) -> String? {
        blocks.firstIndex { $0.text == text }.flatMap { sheetCell(ofBlock: $0) }
    }
}
