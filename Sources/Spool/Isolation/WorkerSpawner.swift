import CWorker
import Dispatch
import Glibc
import Synchronization
package import SystemPackage

/// Starts worker processes.
///
/// All of them are started by one thread that never ends: the kernel ends a worker with the thread that
/// started it (`PR_SET_PDEATHSIG`, prctl(2)), and those of Dispatch come and go.
package final class WorkerSpawner: Sendable {
  private final class Request: Sendable {
    let channel: Int32
    let finished = DispatchSemaphore(value: 0)
    let outcome = Mutex<Result<pid_t, Errno>>(.failure(.resourceTemporarilyUnavailable))

    init(channel: Int32) {
      self.channel = channel
    }
  }

  private let requests = Mutex<[Request]>([])
  private let available = DispatchSemaphore(value: 0)

  /// A spawner, with its thread.
  ///
  /// - Throws: The error of the kernel when there can be no thread.
  package init() throws(Errno) {
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(self)
    let error = unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<WorkerSpawner>.fromOpaque(context).takeRetainedValue().serve()
        return nil
      }, unsafe context.toOpaque())
    guard error == 0 else {
      unsafe context.release()
      throw Errno(rawValue: error)
    }
    pthread_detach(thread)
  }

  /// Starts a worker with `channel` as its end of the channel.
  func spawn(_ channel: MessageChannel) throws(Errno) -> pid_t {
    let request = Request(channel: channel.rawValue)
    requests.withLock { $0.append(request) }
    available.signal()
    request.finished.wait()
    return try request.outcome.withLock { $0 }.get()
  }

  private func serve() {
    while true {
      available.wait()
      guard let request = requests.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
        continue
      }
      let outcome = start(channel: request.channel)
      request.outcome.withLock { $0 = outcome }
      request.finished.signal()
    }
  }

  private func start(channel: Int32) -> Result<pid_t, Errno> {
    let arguments = CStrings(["winnowd", WorkerMain.argument, "\(getpid())"])
    let environment = CStrings(Self.environment)
    var process: pid_t = 0
    let error = unsafe winnow_worker_spawn(
      channel, arguments.pointers, environment.pointers, &process)
    return error == 0 ? .success(process) : .failure(Errno(rawValue: error))
  }

  /// What a worker sees of the environment.
  ///
  /// That is where its libraries are, and what sanitizers and profilers were told. The rest may hold secrets
  /// of the operator.
  private static var environment: [String] {
    let names = [
      "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LLVM_PROFILE_FILE", "MALLOC_ARENA_MAX",
    ]
    let kept = names.compactMap { name in
      unsafe getenv(name).map { unsafe "\(name)=\(String(cString: $0))" }
    }
    // A worker may start no program, so it cannot start the one that prints backtraces either.
    return kept + ["SWIFT_BACKTRACE=enable=no"]
  }
}
