import Extraction
import Glibc
import Spool
import Testing

@Test func workerThatIsSilentTooLongIsNotWaitedFor() {
  let watch = WorkerWatch(start: .seconds(10), total: .seconds(60), silence: .seconds(5))
  #expect(watch.patience(at: .seconds(10)) == .seconds(5))
  #expect(watch.patience(at: .seconds(14)) == .seconds(1))
  #expect(watch.patience(at: .seconds(15)) == nil)
}

@Test func signsOfLifeExtendThePatienceUpToTheWholeTime() {
  var watch = WorkerWatch(start: .zero, total: .seconds(8), silence: .seconds(5))
  watch.sign(at: .seconds(4))
  #expect(watch.patience(at: .seconds(5)) == .seconds(3))
  watch.sign(at: .seconds(7))
  #expect(watch.patience(at: .seconds(7)) == .seconds(1))
  #expect(watch.patience(at: .seconds(8)) == nil)
}

@Test func timeBeginsAnewWhileAContainerIsReadOn() {
  var watch = WorkerWatch(start: .zero, total: .seconds(8), silence: .seconds(5))
  let grew = watch.sign(at: .seconds(4), bytesRead: 10)
  #expect(grew)
  #expect(watch.patience(at: .seconds(8)) == .seconds(1))
  // A sign without another byte counts as one of life alone.
  let stood = watch.sign(at: .seconds(8), bytesRead: 10)
  #expect(!stood)
  #expect(watch.patience(at: .seconds(11)) == .seconds(1))
  #expect(watch.patience(at: .seconds(12)) == nil)
}

@Test(arguments: [
  (WorkerEnd(signal: 0, status: 0, peakBytes: 0), FailureReason.exit),
  (WorkerEnd(signal: 0, status: 3, peakBytes: 0), .exit),
  (WorkerEnd(signal: 0, status: 91, peakBytes: 0), .memory),
  (WorkerEnd(signal: SIGSEGV, status: 0, peakBytes: 900), .crash),
  (WorkerEnd(signal: SIGXCPU, status: 0, peakBytes: 0), .timeout),
  (WorkerEnd(signal: SIGKILL, status: 0, peakBytes: 100), .crash),
  (WorkerEnd(signal: SIGKILL, status: 0, peakBytes: 900), .memory),
])
func endTellsTheReason(end: WorkerEnd, reason: FailureReason) {
  #expect(end.reason(memoryBytes: 1000) == reason)
}

@Test(
  arguments: [
    (3, 4, FailureReason.memory), (3, 3, .crash), (nil, 4, .crash), (3, nil, .crash),
    (nil, nil, .crash),
  ] as [(Int?, Int?, FailureReason)])
func smallWorkerThatTheKernelEndedWantedMemory(before: Int?, after: Int?, reason: FailureReason) {
  let end = WorkerEnd(signal: SIGKILL, status: 0, peakBytes: 100)
  #expect(end.reason(memoryBytes: 1000, killsBefore: before, killsAfter: after) == reason)
  let fault = WorkerEnd(signal: SIGSEGV, status: 0, peakBytes: 100)
  #expect(fault.reason(memoryBytes: 1000, killsBefore: before, killsAfter: after) == .crash)
}
