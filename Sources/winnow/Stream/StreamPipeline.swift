import Dispatch
import Synchronization

/// Runs the jobs of a stream, whose number nobody knows, on several threads, and hands over their results
/// in order.
///
/// What is held is bounded twice: by the number of jobs that were read and whose results were not handed
/// over, and by the sum of their costs. A job that alone costs more than the budget runs alone.
final class StreamPipeline<Input: Sendable, Output: Sendable>: Sendable {
  /// The place of one job.
  private enum Place {
    case free
    case waiting(Input, cost: Int)
    case working(cost: Int)
    case done(Output, cost: Int)
    case end
  }

  private struct State {
    var places: [Place]
    var readCount = 0
    var startedCount = 0
    var heldCost = 0
    var isStopped = false
  }

  /// Results held for each thread: one at work and one that waits for its turn, twice over.
  private static var windowPerThread: Int { 4 }

  private let threadCount: Int
  private let window: Int
  private let costBudget: Int
  private let state: Mutex<State>
  /// Counts the free places.
  private let permits = DispatchSemaphore(value: 0)
  /// Counts the jobs that may start.
  private let starts = DispatchSemaphore(value: 0)
  /// Signalled when a cost was given back; signals that nobody waits for only cost a look.
  private let releases = DispatchSemaphore(value: 0)
  /// One for each place: signalled when its result is there.
  private let arrivals: [DispatchSemaphore]

  /// A pipeline on that many threads, which holds jobs of at most `costBudget`.
  init(threadCount: Int, costBudget: Int) {
    self.threadCount = max(1, threadCount)
    self.costBudget = costBudget
    window = self.threadCount * Self.windowPerThread
    state = Mutex(State(places: Array(repeating: .free, count: window)))
    arrivals = (0..<window).map { _ in DispatchSemaphore(value: 0) }
    // A semaphore that begins with a value traps when it ends with less.
    for _ in 0..<window { permits.signal() }
  }

  /// Runs until `read` has returned and all results are handed over.
  ///
  /// - Parameters:
  ///   - read: Called once on a thread of its own; hands in jobs with their costs, and returns at the
  ///     stream's end or when it is told `false`, which says that nobody wants more. After an error of
  ///     `consume` it may still be blocked in a read, so the process is expected to end then.
  ///   - makeWorker: Called once on each thread; what it returns does the jobs of that thread.
  ///   - consume: Called on the caller's thread with each result, in order.
  ///   - idle: Called on the caller's thread before it waits for a result.
  /// - Throws: What `consume` or `idle` throws.
  func run(
    read: @escaping @Sendable (_ submit: (Input, _ cost: Int) -> Bool) -> Void,
    makeWorker: @escaping @Sendable () -> (Input) -> Output,
    consume: (Output) throws -> Void, idle: () throws -> Void
  ) throws {
    DispatchQueue(label: "winnow.reader").async { [self] in
      read { submit($0, cost: $1) }
      end()
    }
    for _ in 0..<threadCount {
      // A serial queue for each thread: it is given one even when the cores are all busy.
      DispatchQueue(label: "winnow.worker").async { [self] in work(makeWorker()) }
    }
    defer { stop() }
    var job = 0
    while let output = try result(of: job, idle: idle) {
      try consume(output)
      job += 1
    }
  }

  // MARK: - The reader's side

  private func submit(_ input: Input, cost: Int) -> Bool {
    permits.wait()
    while !reserve(input, cost: cost) { releases.wait() }
    starts.signal()
    return state.withLock { !$0.isStopped }
  }

  /// Takes in a job if the budget allows; a stopped pipeline takes what it will never start.
  private func reserve(_ input: Input, cost: Int) -> Bool {
    state.withLock { state in
      guard state.heldCost == 0 || state.heldCost + cost <= costBudget || state.isStopped else {
        return false
      }
      state.heldCost += cost
      state.places[state.readCount % window] = .waiting(input, cost: cost)
      state.readCount += 1
      return true
    }
  }

  private func end() {
    permits.wait()
    let place = state.withLock { state in
      let place = state.readCount % window
      state.places[place] = .end
      return place
    }
    arrivals[place].signal()
    for _ in 0..<threadCount { starts.signal() }
  }

  // MARK: - The workers' side

  private func work(_ perform: (Input) -> Output) {
    while let (place, input, cost) = start() {
      let output = perform(input)
      state.withLock { $0.places[place] = .done(output, cost: cost) }
      arrivals[place].signal()
    }
  }

  /// Waits for a job; `nil` when there will be none.
  private func start() -> (place: Int, input: Input, cost: Int)? {
    starts.wait()
    return state.withLock { state in
      let place = state.startedCount % window
      guard !state.isStopped, state.startedCount < state.readCount,
        case .waiting(let input, let cost) = state.places[place]
      else { return nil }
      state.places[place] = .working(cost: cost)
      state.startedCount += 1
      return (place, input, cost)
    }
  }

  // MARK: - The consumer's side

  /// Waits for the result of a job and frees its place; `nil` at the stream's end.
  private func result(of job: Int, idle: () throws -> Void) throws -> Output? {
    let place = job % window
    if arrivals[place].wait(timeout: .now()) == .timedOut {
      try idle()
      arrivals[place].wait()
    }
    let output: Output? = state.withLock { state in
      guard case .done(let output, let cost) = state.places[place] else { return nil }
      state.places[place] = .free
      state.heldCost -= cost
      return output
    }
    permits.signal()
    releases.signal()
    return output
  }

  private func stop() {
    state.withLock { $0.isStopped = true }
    for _ in 0..<threadCount { starts.signal() }
    permits.signal()
    releases.signal()
  }
}
