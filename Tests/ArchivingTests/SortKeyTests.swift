import Testing

@testable import Archiving

/// Compared with the `surt` package of the Internet Archive; `Tests/Archives/check` does so again with the package itself.
@Suite struct SortKeyTests {
    static let keys: [(String, String)] = [
        ("http://www.example.go.th/", "th,go,example)/"),
        ("https://WWW2.Example.go.th:443/A/B/?b=2&a=1", "th,go,example)/a/b?a=1&b=2"),
        ("http://example.go.th:8080//x//y/../z/", "th,go,example:8080)/x/z"),
        ("http://example.go.th/%E0%B8%81?q=%E0%B8%82", "th,go,example)/%e0%b8%81?q=%e0%b8%82"),
        ("http://example.go.th/a%252Fb", "th,go,example)/a/b"),
        ("http://127.0.0.1:8566/o1.html", "1,0,0,127:8566)/o1.html"),
        ("http://example.go.th/p?PHPSESSID=0123456789abcdef0123456789abcdef&x=1", "th,go,example)/p?x=1"),
        ("http://example.go.th/p?x=1&sid=0123456789abcdef0123456789abcdef", "th,go,example)/p?&x=1"),
        ("http://example.go.th/p?", "th,go,example)/p"),
        ("http://example.go.th/p?a&a=&a=1", "th,go,example)/p?a&a=&a=1"),
        ("http://example.go.th/100%?x=50%25", "th,go,example)/100%25?x=50%25"),
        ("http://example.go.th/#top", "th,go,example)/"),
        ("http://example.go.th/../../a", "th,go,example)/a"),
        ("urn:oit:2566-2023-05-15-ab:report.json", "urn:oit:2566-2023-05-15-ab:report.json"),
    ]

    @Test("addresses have the keys that players of archives look for", arguments: keys)
    func known(address: String, key: String) { #expect(SortKey.of(address) == key) }
}
