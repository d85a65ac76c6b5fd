package import Programs

/// Other forms of a text document by LibreOffice, confined and without network.
package struct OfficeConversion: Sendable {
    /// The forms that are made.
    package enum Form: String, Sendable, CaseIterable {
        case docx, pdf
    }

    private let soffice: Program?
    private let spawner: ProgramSpawner
    private let deadline: Duration

    /// `soffice` is nil where it is not installed.
    package init(soffice: Program?, spawner: ProgramSpawner, deadline: Duration = .seconds(90)) {
        self.soffice = soffice
        self.spawner = spawner
        self.deadline = deadline
    }

    /// With what is installed in the folders of `PATH`.
    package static func installed() -> OfficeConversion {
        let soffice: Program?
        do throws(ProgramError) { soffice = try Program("soffice") } catch { soffice = nil }
        return OfficeConversion(soffice: soffice, spawner: ProgramSpawner())
    }

    /// False where LibreOffice is missing.
    package var isInstalled: Bool { soffice != nil }

    /// Turns an `.odt` into another form. Throws `programMissing` and `notConverted`.
    package func converted(_ document: [UInt8], to form: Form) async throws(OfficeDocumentError) -> [UInt8] {
        guard let soffice else {
            throw OfficeDocumentError(
                .programMissing,
                "LibreOffice makes \(form.rawValue) files and is not installed here (Debian package "
                    + "libreoffice-writer-nogui). The .odt opens in LibreOffice and Word.")
        }
        let run: ProgramRun
        do throws(ProgramError) { run = try await spawner.run(request(soffice, document, form)) } catch {
            throw OfficeDocumentError(.notConverted, "LibreOffice could not be run: \(error)")
        }
        if case .limited(let limit) = run.ending {
            throw OfficeDocumentError(.notConverted, "LibreOffice was stopped: limit \(limit.rawValue).")
        }
        guard run.succeeded, let result = run.results["memo.\(form.rawValue)"], !result.bytes.isEmpty,
            !result.isTruncated
        else {
            let said = run.errorOutput.text.split(separator: "\n").last.map { ": \($0.prefix(200))" } ?? ""
            throw OfficeDocumentError(.notConverted, "LibreOffice made no \(form.rawValue) file\(said).")
        }
        return result.bytes
    }

    private func request(_ soffice: Program, _ document: [UInt8], _ form: Form) -> ProgramRequest {
        // The profile lies in the run's own folder and goes with it; LibreOffice replaces the variable itself.
        var request = ProgramRequest(
            soffice,
            [
                "--headless", "--norestore", "--nologo", "--nolockcheck", "--nofirststartwizard",
                "-env:UserInstallation=file://$HOME/profile", "--convert-to", form.rawValue, "--outdir", ".",
                "memo.odt",
            ])
        request.files = ["memo.odt": document]
        request.results = ["memo.\(form.rawValue)"]
        request.limits.deadline = deadline
        request.limits.cpuTime = deadline
        request.limits.memoryBytes = 2 << 30
        request.limits.openFiles = 1_024
        request.limits.processes = 128
        request.limits.outputBytes = 1 << 20
        request.limits.fileBytes = 128 << 20
        return request
    }
}
