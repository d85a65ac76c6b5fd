import CSQLite
import Synchronization

/// A way to the file system on which calls fail when told so: the library's own, with a switch before everything that
/// writes, and one before everything that reads. Each has a name of its own, so that tests can run side by side.
final class FaultySystem: Sendable {
    enum Kind: Sendable { case writing, reading }

    struct Plan: Sendable {
        var kind: Kind
        /// So many calls of the kind succeed first.
        var calls: Int
        var code: Int32
        /// True when all further calls fail as well, as on a full disk.
        var isLasting: Bool
    }

    let name: String
    private let plan = Mutex<Plan?>(nil)
    private let failures = Mutex(0)

    init(_ name: String) {
        self.name = name
        registerFaultySystem(self)
    }

    /// Begins to fail, or to work again.
    func fail(_ plan: Plan?) {
        self.plan.withLock { $0 = plan }
        failures.withLock { $0 = 0 }
    }

    /// How many calls have failed under the plan.
    var failureCount: Int { failures.withLock { $0 } }

    /// The code with which this call fails; nil when it is carried out.
    func failure(_ kind: Kind) -> Int32? {
        let code: Int32? = plan.withLock { plan in
            guard let now = plan, now.kind == kind else { return nil }
            if now.calls > 0 {
                plan?.calls -= 1
                return nil
            }
            if !now.isLasting { plan = nil }
            return now.code
        }
        if code != nil { failures.withLock { $0 += 1 } }
        return code
    }
}
