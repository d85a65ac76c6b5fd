import Dispatch

/// Carries out the jobs of one store one after the other on a queue of its own: calls into the library block, and the
/// cooperative pool must not be held up by them.
final class StoreExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "oit.store")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
