/// Header lines as servers usually send them. A list that was released is never changed, because what was packed with
/// it needs it, byte for byte, for ever; a better one gets the next number.
enum UsualHeaders {
    static let newest = 1

    /// The bytes of one list; nil for a number that is not known.
    static func bytes(_ version: Int) -> [UInt8]? { version == 1 ? first : nil }

    /// Names and values with their lengths as `HeaderCodec` writes them; the most usual stand last, where they cost
    /// the least.
    private static let first: [UInt8] = {
        var writer = ByteWriter()
        for line in firstLines {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false)
            for part in parts { writer.text(String(part)) }
        }
        return writer.bytes
    }()

    private static let firstLines = [
        "Access-Control-Allow-Origin|*", "Alt-Svc|h3=\":443\"; ma=86400", "Age|0", "Via|1.1 varnish",
        "X-Varnish|", "X-Cache|HIT", "X-Cache|MISS", "CF-RAY|", "CF-Cache-Status|DYNAMIC", "NEL|", "Report-To|",
        "X-AspNet-Version|4.0.30319", "X-AspNetMvc-Version|5.2", "Server|Microsoft-IIS/10.0", "X-Powered-By|ASP.NET",
        "X-Turbo-Charged-By|LiteSpeed", "Server|LiteSpeed", "Server|cloudflare", "Server|openresty",
        "X-Powered-By|PleskLin", "X-Powered-By|Express", "X-Robots-Tag|noindex", "X-Redirect-By|WordPress",
        "X-Pingback|https://www.go.th/xmlrpc.php", "X-UA-Compatible|IE=edge", "X-Generator|Drupal",
        "X-Content-Encoded-By|Joomla", "Referrer-Policy|strict-origin-when-cross-origin",
        "Permissions-Policy|geolocation=()", "X-Permitted-Cross-Domain-Policies|none",
        "Content-Security-Policy|upgrade-insecure-requests", "Content-Security-Policy|frame-ancestors 'self'",
        "Strict-Transport-Security|max-age=31536000; includeSubDomains; preload",
        "strict-transport-security|max-age=63072000", "X-XSS-Protection|1; mode=block",
        "X-Content-Type-Options|nosniff", "X-Frame-Options|SAMEORIGIN", "x-frame-options|DENY",
        "Content-Disposition|inline; filename=\"\"", "Content-Language|th", "Content-Type|application/pdf",
        "Content-Type|text/html; charset=TIS-620", "Content-Type|text/html; charset=windows-874",
        "content-type|text/html; charset=utf-8", "content-type|text/html; charset=UTF-8", "content-encoding|gzip",
        "content-encoding|br", "cache-control|private, must-revalidate", "cache-control|no-cache, private",
        "cache-control|max-age=0", "expires|Thu, 19 Nov 1981 08:52:00 GMT", "x-powered-by|PHP/7.4.33",
        "vary|Accept-Encoding", "vary|Accept-Encoding,User-Agent", "server|nginx", "server|Apache", "date|",
        "link|<https://www.go.th/wp-json/>; rel=\"https://api.w.org/\"",
        "Link|<https://www.go.th/?p=1>; rel=shortlink", "Set-Cookie|XSRF-TOKEN=; expires=",
        "Set-Cookie|laravel_session=; Max-Age=7200; path=/; secure; httponly; samesite=lax",
        "Set-Cookie|ci_session=; expires=; Max-Age=7200; path=/; HttpOnly",
        "Set-Cookie|PHPSESSID=; path=/; secure; HttpOnly; SameSite=Lax", "Set-Cookie|PHPSESSID=; path=/",
        "Server|Apache/2.4.41 (Ubuntu)", "Server|Apache/2.4.6 (CentOS) OpenSSL/1.0.2k-fips PHP/7.4.33",
        "Server|Apache/2", "Server|nginx/1.18.0 (Ubuntu)", "Server|nginx", "Server|Apache", "X-Powered-By|PHP/8.1",
        "X-Powered-By|PHP/5.6.40", "X-Powered-By|PHP/7.4.33", "Upgrade|h2,h2c", "Transfer-Encoding|chunked",
        "Accept-Ranges|bytes", "ETag|\"", "ETag|W/\"", "Content-Encoding|gzip",
        "Vary|Accept-Encoding,User-Agent", "Vary|Accept-Encoding", "Pragma|no-cache",
        "Cache-Control|no-store, no-cache, must-revalidate", "Expires|Thu, 19 Nov 1981 08:52:00 GMT",
        "Connection|Keep-Alive", "Connection|close", "Connection|keep-alive", "Keep-Alive|timeout=5, max=100",
        "Content-Length|", "Last-Modified|Mon, 15 May 2023 04:00:00 GMT", "Date|Mon, 15 May 2023 04:00:00 GMT",
        "Date|Tue, 16 Jan 2024 05:00:00 GMT", "Date|Wed, 17 Feb 2025 06:00:00 GMT",
        "Date|Thu, 18 Mar 2026 07:00:00 GMT", "Date|Fri, 19 Apr 2027 08:00:00 GMT",
        "Date|Sat, 20 Jun 2026 09:00:00 GMT", "Date|Sun, 21 Nov 2026 03:00:00 GMT",
        "Content-Type|text/html; charset=utf-8", "Content-Type|text/html; charset=UTF-8",
    ]
}
