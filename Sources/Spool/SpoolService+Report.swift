import Extraction
import Logging

extension SpoolService {
  /// Writes a notice to the log, where what came from outside is escaped.
  func report(_ notice: SpoolNotice) -> [SpoolAction] {
    switch notice {
    case .recovered(let count):
      logger.notice("\(count) documents of an earlier process go on")
    case .watching:
      logger.info("watching \(configuration.inbox)")
    case .polling(let why):
      logger.warning("no watch on \(configuration.inbox), scanning instead: \(why)")
    case .overflowed:
      logger.warning("events were dropped, scanning the inbox")
    case .watchLost(let why):
      logger.warning("the inbox was \(why), opening it again")
    case .paused(let cause):
      logger.error("paused: \(describe(cause))")
    case .resumed:
      logger.notice("resumed")
    case .skipped(let name, let kind):
      logger.warning("skipped name=\"\(name.escaped)\": it is a \(kind.rawValue)")
    case .unclaimable(let name, let why):
      logger.warning("cannot take name=\"\(name.escaped)\": \(why)")
    case .requeued(let name):
      logger.info("put back name=\"\(name.escaped)\": it is being written")
    case .retrying(let claim, let reason):
      let attempt = claim.attempt + 1
      logger.warning(
        "again name=\"\(claim.name.escaped)\" reason=\(reason.rawValue) attempt=\(attempt)")
    case .stopping(let inWork):
      logger.notice("stopping, \(inWork) documents in work")
    }
    return []
  }

  /// A pause in words for the operator.
  func describe(_ cause: PauseCause) -> String {
    switch cause {
    case .outbox(let why): "outbox \(configuration.outbox): \(why)"
    case .space(let why): "outbox \(configuration.outbox): \(why)"
    case .retirement(let why): "cannot move inputs: \(why)"
    case .folders(let why): why
    case .resources(let why): "out of resources: \(why)"
    }
  }
}
