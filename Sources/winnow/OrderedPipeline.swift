import Dispatch
import Synchronization

/// Runs jobs on several threads and hands over their results in the order of the jobs.
///
/// A job starts only when it is fewer than `window` jobs ahead of the result that is handed over next.
/// So no more than `window` results are held, however unequal the jobs are.
struct OrderedPipeline<Output: Sendable> {
  /// What the threads share.
  private struct State {
    var nextJob = 0
    var isStopped = false
    /// Results not yet handed over, each at its job's number modulo the window.
    var results: [Output?]
  }

  /// A class, so that the threads can share the mutex and the semaphores.
  private final class Shared: Sendable {
    let state: Mutex<State>
    /// Counts the jobs that may start.
    let permits = DispatchSemaphore(value: 0)
    /// One for each place of the window: signalled when its result is there.
    let arrivals: [DispatchSemaphore]

    init(window: Int) {
      state = Mutex(State(results: Array(repeating: nil, count: window)))
      arrivals = (0..<window).map { _ in DispatchSemaphore(value: 0) }
    }
  }

  /// Results held for each thread: one at work and one that waits for its turn, twice over.
  private static var windowPerThread: Int { 4 }

  private let jobCount: Int
  private let threadCount: Int
  private let window: Int
  private let shared: Shared

  /// A pipeline of `jobCount` jobs on at most `threadCount` threads.
  init(jobCount: Int, threadCount: Int) {
    self.jobCount = jobCount
    self.threadCount = max(1, min(threadCount, jobCount))
    window = self.threadCount * Self.windowPerThread
    shared = Shared(window: window)
  }

  /// Runs all jobs and returns when the threads have ended.
  ///
  /// - Parameters:
  ///   - makeWorker: Called once on each thread; what it returns does the jobs of that thread, given
  ///     their numbers from zero.
  ///   - consume: Called on the caller's thread with each result, in order.
  /// - Throws: What `consume` throws; jobs that have not started are left out then.
  func run(
    makeWorker: @escaping @Sendable () -> (Int) -> Output, consume: (Output) throws -> Void
  ) rethrows {
    let group = DispatchGroup()
    for _ in 0..<threadCount {
      // A serial queue for each thread: it is given one even when the cores are all busy.
      DispatchQueue(label: "winnow.worker").async(group: group) { work(makeWorker()) }
    }
    for _ in 0..<window { shared.permits.signal() }
    defer {
      shared.state.withLock { $0.isStopped = true }
      for _ in 0..<threadCount { shared.permits.signal() }
      group.wait()
    }
    for job in 0..<jobCount {
      if let output = result(of: job) { try consume(output) }
      shared.permits.signal()
    }
  }

  private func work(_ perform: (Int) -> Output) {
    while let job = nextJob() {
      let output = perform(job)
      shared.state.withLock { $0.results[job % window] = output }
      shared.arrivals[job % window].signal()
    }
  }

  /// Waits for a permit; `nil` when there is nothing left to do.
  private func nextJob() -> Int? {
    shared.permits.wait()
    return shared.state.withLock { state in
      guard !state.isStopped, state.nextJob < jobCount else { return nil }
      defer { state.nextJob += 1 }
      return state.nextJob
    }
  }

  /// Waits for the result of a job and takes it out.
  private func result(of job: Int) -> Output? {
    shared.arrivals[job % window].wait()
    return shared.state.withLock { $0.results[job % window].take() }
  }
}
