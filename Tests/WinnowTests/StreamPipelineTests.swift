import Synchronization
import Testing

@testable import winnow

struct StreamPipelineTests {
  private struct Stop: Error {}

  /// How many jobs were begun and not handed over, and the most of them at a time.
  private final class Held: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func begin() {
      counts.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
    }

    func end() { counts.withLock { $0.now -= 1 } }
  }

  /// Runs jobs of these costs, each of which gives its number; tells what came and the most that was held.
  private func run(
    costs: [Int], budget: Int, threadCount: Int = 3
  ) throws -> (results: [Int], most: Int) {
    let pipeline = StreamPipeline<Int, Int>(threadCount: threadCount, costBudget: budget)
    let held = Held()
    var results: [Int] = []
    try pipeline.run { submit in
      for (number, cost) in costs.enumerated() {
        held.begin()
        guard submit(number, cost) else { return }
      }
    } makeWorker: {
      { number in
        // Unequal work, so that later jobs are done before earlier ones.
        (0..<(number % 7 * 2_000)).reduce(number) { $0 ^ $1 ^ $1 }
      }
    } consume: { result in
      held.end()
      results.append(result)
    } idle: {
    }
    return (results, held.most)
  }

  @Test(arguments: [1, 2, 8])
  func resultsComeInOrder(threadCount: Int) throws {
    let run = try run(
      costs: Array(repeating: 1, count: 500), budget: 1_000, threadCount: threadCount)
    #expect(run.results == Array(0..<500))
  }

  @Test func costsBoundWhatIsHeld() throws {
    let run = try run(costs: Array(repeating: 10, count: 200), budget: 25)
    #expect(run.results == Array(0..<200))
    // Two fit, one waits to be taken in, and one may be on its way to the consumer.
    #expect(run.most <= 4)
  }

  @Test func jobOverTheBudgetRunsAlone() throws {
    let run = try run(costs: [1, 100, 1, 100, 100, 1], budget: 10)
    #expect(run.results == Array(0..<6))
  }

  @Test func nothingIsAnEnd() throws {
    #expect(try run(costs: [], budget: 1).results.isEmpty)
  }

  @Test func errorOfTheConsumerEndsTheRunAndTheReader() {
    let pipeline = StreamPipeline<Int, Int>(threadCount: 2, costBudget: 5)
    let readCount = Mutex(0)
    #expect(throws: Stop.self) {
      try pipeline.run { submit in
        while submit(0, 1) { readCount.withLock { $0 += 1 } }
      } makeWorker: {
        { $0 }
      } consume: { _ in
        throw Stop()
      } idle: {
      }
    }
    #expect(readCount.withLock { $0 } <= 8)
  }
}
