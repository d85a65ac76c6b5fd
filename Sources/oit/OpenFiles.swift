import Glibc

/// How many files and connections the system lets this program have open.
enum OpenFiles {
    /// Without so many the system's own machinery of threads and timers fails in the middle of a run.
    static let least = 48

    /// Takes as many as are allowed; false where they are too few to begin.
    static func suffice() -> Bool {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(kind, &limit) == 0 else { return true }
        if limit.rlim_cur < limit.rlim_max {
            var wider = limit
            wider.rlim_cur = min(limit.rlim_max, 65_536)
            // A refusal leaves what there is.
            if setrlimit(kind, &wider) == 0 { limit = wider }
        }
        return limit.rlim_cur >= least
    }
}
