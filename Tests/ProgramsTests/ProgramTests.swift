import Foundation
import Programs
import TestSupport
import Testing

/// Finding programs.
@Suite struct ProgramTests {
    @Test func aProgramIsFoundOnceByItsAbsolutePath() throws {
        let sh = try Program("sh")
        #expect(sh.name == "sh" && sh.path.hasPrefix("/") && sh.path.hasSuffix("/sh"))
        #expect(try Program(sh.path) == sh)
    }

    @Test(arguments: ["oit-no-such-program", "", "/no/such/program", "../sh", "bin/sh", "/usr/bin", "s\0h"])
    func whatIsNotThereIsNamed(_ name: String) {
        #expect(throws: ProgramError.notFound(name)) { try Program(name) }
    }

    @Test func relativeFoldersOfThePathAreNoPlaceToLook() throws {
        #expect(throws: ProgramError.notFound("sh")) { try Program("sh", searchPath: ".::bin:../usr/bin") }
    }

    @Test func aFileThatMayNotBeExecutedIsToldApart() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("tool")
            try Data("#!/bin/sh\n".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
            #expect(throws: ProgramError.notExecutable(file.path)) { try Program("tool", searchPath: folder.path) }
            #expect(throws: ProgramError.notExecutable(file.path)) { try Program(file.path) }
        }
    }

    @Test func aLockedFileDoesNotHideALaterOne() async throws {
        try await withTemporaryFolder { folder in
            try Data().write(to: folder.appendingPathComponent("sh"))
            #expect(try Program("sh", searchPath: "\(folder.path):/usr/bin:/bin").path.hasSuffix("/bin/sh"))
        }
    }
}
