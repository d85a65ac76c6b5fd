#if FUZZING
    import FoundationEssentials
    import Glibc

    /// The target that this process runs: `OIT_FUZZ_TARGET`.
    private let chosen: FuzzTarget = {
        let name = ProcessInfo.processInfo.environment["OIT_FUZZ_TARGET"] ?? ""
        guard let target = FuzzTarget.all.first(where: { $0.name == name }) else { fatalError("no target \(name)") }
        return target
    }()

    /// Called by libFuzzer before anything else. `OIT_FUZZ_LIST` prints the targets; `OIT_FUZZ_MADE` is a folder for the
    /// seeds that are made by code.
    @_cdecl("LLVMFuzzerInitialize") func fuzzerInitialize(_: UnsafeMutableRawPointer?, _: UnsafeMutableRawPointer?)
        -> CInt
    {
        let environment = ProcessInfo.processInfo.environment
        if environment["OIT_FUZZ_LIST"] != nil {
            for target in FuzzTarget.all { print(target.name) }
            exit(0)
        }
        if let folder = environment["OIT_FUZZ_MADE"] {
            for (index, seed) in chosen.madeSeeds().enumerated() {
                let file = URL(filePath: folder).appending(path: "made-\(index)")
                do { try Data(seed).write(to: file) } catch { fatalError("\(error)") }
            }
            exit(0)
        }
        return 0
    }

    /// Called by libFuzzer for each input.
    @_cdecl("LLVMFuzzerTestOneInput") func fuzzerTestOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
        do {
            try chosen.run(Array(UnsafeBufferPointer(start: data, count: size)))
        } catch {
            fatalError("\(error)")
        }
        return 0
    }
#endif
