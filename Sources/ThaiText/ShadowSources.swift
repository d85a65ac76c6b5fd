/// For each byte of a shadow the offset of its scalar in the original, and whether white space stood before it. Hundreds
/// of thousands of texts are held at once while a website is judged: those under 32 KB, nearly all, take two bytes a
/// place.
struct ShadowSources: Sendable {
    private static let narrowFlag: UInt16 = 0x8000

    private let narrow: [UInt16]
    /// Used in place of `narrow` for long texts.
    private let wide: [UInt32]
    let count: Int

    /// - Parameters:
    ///   - sources: offsets with `ShadowBuilder.spaceFlag`.
    ///   - length: of the original, in bytes.
    init(_ sources: UnsafeBufferPointer<UInt32>, of length: Int) {
        count = sources.count
        guard length <= Int(ShadowSources.narrowFlag) else {
            narrow = []
            wide = [UInt32](sources)
            return
        }
        narrow = sources.map { source in
            let offset = UInt16(truncatingIfNeeded: source & ~ShadowBuilder.spaceFlag)
            return source & ShadowBuilder.spaceFlag == 0 ? offset : offset | ShadowSources.narrowFlag
        }
        wide = []
    }

    @inline(__always)
    func spaceBefore(_ index: Int) -> Bool {
        wide.isEmpty ? narrow[index] & ShadowSources.narrowFlag != 0 : wide[index] & ShadowBuilder.spaceFlag != 0
    }

    func offset(_ index: Int) -> Int {
        wide.isEmpty
            ? Int(narrow[index] & ~ShadowSources.narrowFlag) : Int(wide[index] & ~ShadowBuilder.spaceFlag)
    }
}
