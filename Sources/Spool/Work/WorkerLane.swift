import Dispatch

/// A worker and the queue that it works on, one document after the other.
///
/// Each lane has a queue of its own because workers wait, and a queue that is shared has no more threads than
/// the machine has cores.
struct WorkerLane: Sendable {
  let worker: any ExtractionWorker
  let queue = DispatchQueue(label: "winnow.lane")
  /// Which of the configurations since the start its worker goes by.
  let generation: Int

  /// The lane of that worker.
  init(_ worker: any ExtractionWorker, generation: Int) {
    self.worker = worker
    self.generation = generation
  }
}
