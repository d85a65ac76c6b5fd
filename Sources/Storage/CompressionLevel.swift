/// Levels of zstd, chosen by measurement (docs/decisions/0005-bodies-packed-by-zstd.md).
enum CompressionLevel {
    /// Pages and files.
    static let body: Int32 = 9
    /// Submissions and reports: few a run.
    static let text: Int32 = 15
    /// Documents and headers: small.
    static let small: Int32 = 9
}
