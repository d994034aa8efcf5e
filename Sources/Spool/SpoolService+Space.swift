import Dispatch
import SystemPackage

extension SpoolService {
  /// Lists the outbox and tells the machine what room there is.
  func measureSpace() -> [SpoolAction] {
    let outbox = folders.outbox
    scanQueue.async { @Sendable in
      let bytes = SpaceMeter.usedBytes(of: outbox)
      self.queue.async { @Sendable in
        // Where the listing failed, the last one with what was added since is the best guess.
        if let bytes { self.spaceMeter.set(usedBytes: bytes) }
        self.perform(self.tellSpace())
      }
    }
    return []
  }

  /// Counts a record that was written.
  func countPublished(_ byteCount: Int) -> [SpoolAction] {
    guard configuration.limits.space.isSet else { return [] }
    spaceMeter.add(byteCount)
    return tellSpace()
  }

  func removeMarker(_ name: FileName) -> [SpoolAction] {
    // One that stays is seen at the next scan, and stands for no file.
    try? folders.inbox.remove(name)
    return []
  }

  private func tellSpace() -> [SpoolAction] {
    guard let space = spaceMeter.space(of: folders.outbox) else {
      return machine.spaceUnknown(at: now)
    }
    return machine.spaceMeasured(space, at: now)
  }
}
