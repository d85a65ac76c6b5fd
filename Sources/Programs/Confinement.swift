import Glibc

/// How far programs can be locked up on this computer, and with which tools.
struct Confinement: Sendable, Hashable {
    /// `setpriv` and `prlimit` of util-linux.
    let setpriv: Program
    let prlimit: Program
    /// `bwrap` of bubblewrap; nil where it is missing or does not work.
    var bwrap: Program?
    /// True when each run gets a user of its own: only root can do that, and needs it, as no limit on processes
    /// binds root.
    var hasOwnUser: Bool

    var isSandboxed: Bool { bwrap != nil }

    /// From the best to the least; the first that works is taken. Throws `ProgramError.notFound` without util-linux.
    static func candidates(isRoot: Bool, searchPath: String?) throws(ProgramError) -> [Confinement] {
        let setpriv = try Program("setpriv", searchPath: searchPath)
        let prlimit = try Program("prlimit", searchPath: searchPath)
        let bwrap: Program?
        do { bwrap = try Program("bwrap", searchPath: searchPath) } catch { bwrap = nil }
        let users = isRoot ? [true, false] : [false]
        let boxes = bwrap == nil ? [nil] : [bwrap, nil]
        return boxes.flatMap { box in
            users.map { Confinement(setpriv: setpriv, prlimit: prlimit, bwrap: box, hasOwnUser: $0) }
        }
    }
}
