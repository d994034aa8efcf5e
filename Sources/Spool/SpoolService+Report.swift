import Extraction
import Logging

extension SpoolService {
  /// Writes a notice to the log, where what came from outside is escaped.
  func report(_ notice: SpoolNotice) -> [SpoolAction] {
    metrics.note(notice, at: now, time: WallClock.now())
    switch notice {
    case .recovered(let count):
      logger.notice("\(count) documents of an earlier process go on")
    case .watching:
      logger.info("watching \(configuration.inbox)")
    case .polling(let why):
      logger.warning("no watch on \(configuration.inbox), scanning instead: \(why)")
    case .overflowed:
      logger.limited(.warning, "events were dropped, scanning the inbox")
    case .watchLost(let why):
      logger.limited(.warning, "the inbox was \(why), opening it again")
    case .paused(let cause):
      logger.error("paused: \(describe(cause))")
    case .resumed:
      logger.notice("resumed")
    case .skipped(let name, let kind):
      logger.warning(
        "skipped", metadata: ["name": "\(name.escaped)", "why": "it is a \(kind.rawValue)"])
    case .unclaimable(let name, let why):
      logger.warning("cannot take", metadata: ["name": "\(name.escaped)", "why": "\(why)"])
    case .requeued(let name):
      logger.info(
        "put back", metadata: ["name": "\(name.escaped)", "why": "it is being written"])
    case .retrying(let claim, let reason):
      logger.warning(
        "again",
        metadata: [
          "name": "\(claim.name.escaped)", "reason": "\(reason.rawValue)",
          "attempt": .stringConvertible(claim.attempt + 1),
        ])
    case .reloaded(let changes, let waiting):
      logger.notice("configuration reloaded: \(describe(changes, waiting))")
    case .reloadRefused(let why):
      logger.error("configuration not reloaded, the old one stays in force: \(why)")
    case .stopping(let inWork):
      logger.notice("stopping, \(inWork) documents in work")
    }
    return []
  }

  private func describe(_ changes: [String], _ waiting: [String]) -> String {
    let now = changes.isEmpty ? "nothing changed" : changes.joined(separator: ", ")
    let later = waiting.joined(separator: ", ")
    return waiting.isEmpty ? now : "\(now); needs a restart: \(later)"
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
