import Glibc

/// What inotify(7) tells of a watched folder.
enum InotifyEvent: Hashable, Sendable {
  /// A file was closed that was open for writing, or renamed to this name.
  case finished(FileName)
  /// A name appeared.
  case created(FileName)
  /// Events were dropped.
  case overflowed
  /// The folder was removed, renamed or unmounted; the text says which.
  case ended(String)

  /// The events that a watch asks for.
  static let watchedMask: UInt32 =
    closeWrite | movedTo | create | deleteSelf | moveSelf | onlyDirectory

  /// The events in the bytes that one read returned.
  ///
  /// Each is a watch descriptor, a mask, a cookie and the length of the name that follows, 4 bytes each;
  /// the name is padded with zeros.
  static func events(in bytes: ArraySlice<UInt8>) -> [InotifyEvent] {
    var events: [InotifyEvent] = []
    var rest = bytes
    while rest.count >= headerLength {
      let mask = number(in: rest, at: 4)
      let length = Int(number(in: rest, at: 12))
      guard rest.count >= headerLength + length else { break }
      let name = rest.dropFirst(headerLength).prefix(length).prefix { $0 != 0 }
      if let event = InotifyEvent(mask: mask, name: Array(name)) { events.append(event) }
      rest = rest.dropFirst(headerLength + length)
    }
    return events
  }

  private init?(mask: UInt32, name: [UInt8]) {
    if mask & Self.overflow != 0 {
      self = .overflowed
    } else if mask & Self.unmount != 0 {
      self = .ended("unmounted")
    } else if mask & Self.deleteSelf != 0 {
      self = .ended("removed")
    } else if mask & Self.moveSelf != 0 {
      self = .ended("renamed")
    } else if mask & Self.ignored != 0 {
      self = .ended("no longer watched")
    } else if name.isEmpty || mask & Self.isDirectory != 0 {
      return nil
    } else {
      self =
        mask & Self.create != 0 ? .created(FileName(bytes: name)) : .finished(FileName(bytes: name))
    }
  }

  private static func number(in bytes: ArraySlice<UInt8>, at offset: Int) -> UInt32 {
    bytes.dropFirst(offset).prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static let headerLength = 16
  private static let closeWrite = UInt32(IN_CLOSE_WRITE)
  private static let movedTo = UInt32(IN_MOVED_TO)
  private static let create = UInt32(IN_CREATE)
  private static let deleteSelf = UInt32(IN_DELETE_SELF)
  private static let moveSelf = UInt32(IN_MOVE_SELF)
  private static let onlyDirectory = UInt32(IN_ONLYDIR)
  private static let overflow = UInt32(IN_Q_OVERFLOW)
  private static let unmount = UInt32(IN_UNMOUNT)
  private static let ignored = UInt32(IN_IGNORED)
  private static let isDirectory = UInt32(IN_ISDIR)
}
