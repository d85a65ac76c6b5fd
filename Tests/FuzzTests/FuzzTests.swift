#if DEBUG || FUZZING
    import Foundation
    import FuzzEntries
    import Testing

    /// The fuzzers' entries, without the fuzzer: what was found once stays mended, and a little is tried each time.
    @Suite struct FuzzTests {
        private static let names = FuzzTarget.all.map(\.name)

        private func target(_ name: String) throws -> FuzzTarget {
            try #require(FuzzTarget.all.first { $0.name == name })
        }

        @Test func everyTargetHasSeedsAndEverySeedATarget() throws {
            #expect(Set(FuzzTests.names).count == FuzzTests.names.count)
            for target in FuzzTarget.all { #expect(!(try FuzzFiles(target).seeds.isEmpty), "\(target.name)") }
            #expect(try FuzzFiles.strayFolders().isEmpty)
        }

        @Test(arguments: names) func seedsAndFormerFindingsKeepTheLaws(_ name: String) throws {
            let target = try target(name)
            let files = try FuzzFiles(target)
            for (file, bytes) in files.seeds + files.cases {
                do { try target.run(bytes) } catch { Issue.record("\(name)/\(file): \(error)") }
            }
        }

        /// Fixed seed, so that every run tries the same; at most a fifth of a second each. What is tried stands in the
        /// temporary folder meanwhile, for the case that it ends the process.
        @Test(arguments: names) func changedSeedsKeepTheLaws(_ name: String) throws {
            let target = try target(name)
            let files = try FuzzFiles(target)
            var mutator = Mutator(seed: 2566, corpus: (files.seeds + files.cases).map(\.bytes))
            let tried = FileManager.default.temporaryDirectory.appendingPathComponent("oit-fuzz-tried-\(name)")
            let end = ContinuousClock.now + .milliseconds(200)
            for _ in 0..<500 where ContinuousClock.now < end {
                let bytes = mutator.next()
                try Data(bytes).write(to: tried)
                do {
                    try target.run(bytes)
                } catch {
                    Issue.record("\(error); the bytes are in \(tried.path)")
                    return
                }
            }
            try FileManager.default.removeItem(at: tried)
        }

        @Test func theSameSeedTriesTheSame() {
            let corpus = [Array("User-agent: *".utf8), []]
            var one = Mutator(seed: 7, corpus: corpus)
            var other = Mutator(seed: 7, corpus: corpus)
            let tried = (0..<50).map { _ in one.next() }
            #expect(tried == (0..<50).map { _ in other.next() })
            #expect(Set(tried).count > 25)
        }
    }
#endif
