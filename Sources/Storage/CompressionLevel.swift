/// Levels of zstd, chosen by measurement (docs/decisions/0005-bodies-packed-by-zstd.md).
enum CompressionLevel {
    /// Pages and files. Level 9 saves another 6 % and takes twice the time.
    static let body: Int32 = 3
    /// Submissions and reports. From level 10 on the working memory is 70 MB and more for a report of two megabytes.
    static let text: Int32 = 6
    /// Documents and headers: small.
    static let small: Int32 = 3
}
