import Documents
import Extraction
import GradingCore
import Storage
import WebEvidence

/// How the bodies of pages and files become documents.
struct BodyReading: Sendable {
    var wrappers: WrapperRules = .none
    /// Reads files other than pages; nil where they are not read.
    var files: DocumentShelf?
    /// Shows pages made by script; nil where none is shown.
    var rendering: PageRendering?
    /// The day that scripts are told.
    var asOf: CivilDate?

    /// The page as a browser shows it, where that is wanted.
    func shown(_ page: FetchedPage, by asker: PageAsker) async -> FetchedPage {
        guard let rendering, let asOf, rendering.wants(page) else { return page }
        return await rendering.shown(page, asOf: asOf, wrappers: wrappers, by: asker)
    }

    /// What a body says; no document for kinds that are not read.
    func page(_ record: FetchRecord) async -> FetchedPage {
        let contentType = record.header("Content-Type")
        let kind = bodyKind(of: record.body, contentType: contentType)
        guard record.contentOutcome == .ok else { return FetchedPage(record: record, document: nil, kind: kind) }
        if kind == .json,
            let entry = wordPressDocument(json: record.body, address: record.final, wrappers: wrappers)
        {
            return FetchedPage(record: record, document: entry, kind: .html)
        }
        if kind.isReadable {
            let document = extractedDocument(
                body: record.body, contentType: contentType, lastModified: record.header("Last-Modified"),
                address: record.final, wrappers: wrappers)
            return FetchedPage(record: record, document: document, kind: kind)
        }
        return FetchedPage(record: record, document: await file(record, kind: kind), kind: kind)
    }

    private func file(_ record: FetchRecord, kind: BodyKind) async -> ExtractedDocument? {
        guard kind.isFile, let files, !record.body.isEmpty else { return nil }
        let file = ReceivedFile(
            body: record.body, kind: kind, contentType: record.header("Content-Type"), address: record.final)
        var document = await files.document(of: file, sha256: record.sha256)
        if let lastModified = record.header("Last-Modified"), !lastModified.isEmpty {
            document.machineDates.insert(
                MachineDate(text: lastModified, role: .file, source: headerDateSource), at: 0)
        }
        return document
    }

    /// A kept page as it was when it was fetched. A document of this extractor, or one that only a browser could give,
    /// is taken, else the body is read anew; where this computer lacks the program for that, the document of then is
    /// taken too.
    func page(_ kept: KeptPage) async -> FetchedPage {
        if let document = kept.document, kept.extractor == extractorVersion || document.isRendered {
            let kind = bodyKind(of: kept.record.body, contentType: kept.record.header("Content-Type"))
            // JSON that was read was the content of a page.
            return FetchedPage(
                record: kept.record, document: document, kind: kind == .json ? .html : kind, pass: kept.pass)
        }
        var page = await page(kept.record)
        page.pass = kept.pass
        if let old = kept.document, page.document == nil || page.document?.fault == .programMissing {
            page.document = old
        }
        return page
    }
}
