import Spool
import Testing

@Test(arguments: [
  (ServiceNotification.ready, "READY=1"), (.stopping, "STOPPING=1"), (.watchdog, "WATCHDOG=1"),
  (.reloading(since: .milliseconds(1500)), "RELOADING=1\nMONOTONIC_USEC=1500000"),
  (.extendTimeout(.seconds(30)), "EXTEND_TIMEOUT_USEC=30000000"),
  (.status("2 in work"), "STATUS=2 in work"),
  (.status("a\nREADY=1\u{0}b"), "STATUS=a READY=1 b"),
])
func notificationIsALine(_ notification: ServiceNotification, line: String) {
  #expect(notification.line == line)
}

@Test func datagramHoldsALineEach() {
  let datagram = ServiceNotification.datagram([.ready, .status("ä")])
  #expect(String(decoding: datagram, as: UTF8.self) == "READY=1\nSTATUS=ä")
}

@Test func addressIsAPathOrAnAbstractName() {
  #expect(NotifyAddress("/run/a")?.bytes == Array("/run/a\0".utf8))
  #expect(NotifyAddress("@a")?.bytes == [0, UInt8(ascii: "a")])
  for text in ["", "@", "run/a", "vsock:2:3", "/" + String(repeating: "a", count: 107)] {
    #expect(NotifyAddress(text) == nil)
  }
  #expect(NotifyAddress("/" + String(repeating: "a", count: 106)) != nil)
}

@Test func settingsComeFromTheEnvironment() {
  let socket = ["NOTIFY_SOCKET": "/run/a"]
  func watchdog(_ more: [String: String]) -> Duration? {
    SupervisorSettings(environment: socket.merging(more) { $1 }, process: 7)?.watchdog
  }
  #expect(SupervisorSettings(environment: [:], process: 7) == nil)
  #expect(watchdog([:]) == nil)
  #expect(watchdog(["WATCHDOG_USEC": "2000000"]) == .seconds(2))
  #expect(watchdog(["WATCHDOG_USEC": "2000000", "WATCHDOG_PID": "7"]) == .seconds(2))
  #expect(watchdog(["WATCHDOG_USEC": "2000000", "WATCHDOG_PID": "8"]) == nil)
  #expect(watchdog(["WATCHDOG_USEC": "0"]) == nil)
  #expect(watchdog(["WATCHDOG_USEC": "soon"]) == nil)
}
