import Extraction
import Programs
import WebEvidence

extension DocumentReading {
    /// The names of an archive's files, and what those say that can be read; archives inside are only listed.
    func archiveDocument(_ file: ReceivedFile) async -> ExtractedDocument {
        let listing = await archiveListing(file.body)
        var assembly = ArchiveAssembly(listing)
        for (index, member) in listing.members.enumerated() {
            var document: ExtractedDocument?
            if let contents = member.contents, let kind = member.kind, !Task.isCancelled {
                let inner = ReceivedFile(body: contents, kind: kind, address: file.address)
                document = await self.document(of: inner)
            }
            assembly.add(member, number: index + 1, document)
        }
        return assembly.document
    }

    /// Zip is read in process, as office documents are; all else by a program in its sandbox that turns it into tar.
    private func archiveListing(_ body: [UInt8]) async -> ArchiveListing {
        if body.starts(with: Array("PK".utf8)) { return ArchiveListing(body, packedBytes: body.count) }
        guard let bsdtar = tools.bsdtar else {
            return ArchiveListing(
                names: [], fault: .programMissing,
                detail: "Archives of this kind are read by bsdtar (Debian package libarchive-tools), "
                    + "which is not installed here.")
        }
        do throws(ProgramError) {
            let run = try await programs.run(ArchiveConversion.request(bsdtar, body))
            let listing = ArchiveConversion.listing(of: run, packedBytes: body.count)
            if listing.count > 0 { return listing }
            // It stops at the first file that it cannot unpack; the names may be had all the same.
            let names = try await programs.run(ArchiveConversion.namesRequest(bsdtar, body))
            return ArchiveConversion.names(of: names, after: run)
        } catch {
            return ArchiveListing(
                names: [], fault: error == .cancelled ? .exceeded : .programMissing, detail: error.description)
        }
    }
}

/// Runs of bsdtar.
enum ArchiveConversion {
    static func request(_ bsdtar: Program, _ body: [UInt8]) -> ProgramRequest {
        var request = ProgramRequest(bsdtar, ["-c", "-f", "-", "--format=pax"])
        give(body, to: &request, as: "@")
        request.limits.outputBytes = ArchiveLimits().totalBytes + 16 << 20
        return request
    }

    static func namesRequest(_ bsdtar: Program, _ body: [UInt8]) -> ProgramRequest {
        var request = ProgramRequest(bsdtar, ["-t", "-f"])
        give(body, to: &request, as: "")
        request.limits.outputBytes = 4 << 20
        return request
    }

    /// A rar whose last file is a zip, hardly packed, looks like that zip from its end: it is read from its beginning,
    /// through a pipe. A 7z has its directory at the end.
    private static func give(_ body: [UInt8], to request: inout ProgramRequest, as prefix: String) {
        if body.starts(with: Array("Rar!".utf8)) {
            request.arguments.append(prefix + "-")
            request.input = body
        } else {
            request.arguments.append(prefix + "archive")
            request.files = ["archive": body]
        }
    }

    static func listing(of run: ProgramRun, packedBytes: Int) -> ArchiveListing {
        var listing = ArchiveListing(run.output.bytes, packedBytes: packedBytes)
        if let fault = fault(of: run) { listing.fail(fault.0, fault.1) }
        return listing
    }

    static func names(of names: ProgramRun, after run: ProgramRun) -> ArchiveListing {
        let paths = names.output.text.split(separator: "\n").map(String.init).filter { !$0.hasSuffix("/") }
        // What lists its files and unpacks none, without a word of why, is a 7z with a password.
        let isLocked = !paths.isEmpty && names.succeeded
        let silent: (DocumentFault, String)? =
            isLocked ? (.locked, "The files of the archive cannot be unpacked without a password.") : nil
        let cause = fault(of: run) ?? silent
        let known = cause ?? fault(of: names) ?? (.damaged, "The archive holds no file that can be read.")
        return ArchiveListing(names: paths, fault: known.0, detail: known.1)
    }

    private static func fault(of run: ProgramRun) -> (DocumentFault, String)? {
        switch run.ending {
        case .exited(0): return nil
        case .limited(let limit):
            return (.exceeded, "Unpacking the archive was ended at a limit (\(limit.rawValue)).")
        case .exited, .signalled:
            let message = run.errorOutput.text.lowercased()
            if message.contains("encrypt") || message.contains("password") {
                return (.locked, "The archive is protected by a password.")
            }
            return message.contains("(null)") ? nil : (.damaged, "The archive is broken or ends in the middle.")
        }
    }
}
