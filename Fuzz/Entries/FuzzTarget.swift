#if DEBUG || FUZZING
    /// One parser that strangers' bytes reach, and the laws that hold for any bytes.
    public struct FuzzTarget: Sendable {
        /// As it stands on the command line, and as the folder of its seeds and cases.
        public let name: String
        /// Throws `BrokenLaw` when a law does not hold; a trap is a finding too.
        public let run: @Sendable ([UInt8]) throws -> Void
        /// Seeds in a form that only our own code writes, beside those in `Fuzz/seeds`.
        public let madeSeeds: @Sendable () -> [[UInt8]]

        init(
            _ name: String, madeSeeds: @escaping @Sendable () -> [[UInt8]] = { [] },
            _ run: @escaping @Sendable ([UInt8]) throws -> Void
        ) {
            self.name = name
            self.madeSeeds = madeSeeds
            self.run = run
        }
    }

    /// A law that some bytes break.
    public struct BrokenLaw: Error, CustomStringConvertible {
        public let description: String
    }

    /// Throws unless the law holds.
    func law(_ name: @autoclosure () -> String, _ holds: Bool) throws {
        if !holds { throw BrokenLaw(description: name()) }
    }

    extension FuzzTarget {
        /// Every target, sorted by name.
        public static let all: [FuzzTarget] = [
            address, bodyKind, certificate, channelSettings, checklistTopic, checklistYear, dates, decoding,
            documentCodec, findingCodec,
            headerCodec, headerLines, html, itemIDs, messages, normalisation, notice, outputText, pageSignatures,
            personalData,
            personalDataRules, phrases, report, robots, robotsMatching, scoreReports, scores, submissionJSON,
            submissionTable,
            synonyms, wordPress, workbook, workbookParts, wrapperAddresses, wrappers,
        ].sorted { $0.name < $1.name }
    }

    /// Bytes as text; what is no UTF-8 is repaired, as our readers get it.
    func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
#endif
