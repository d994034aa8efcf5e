import Spool
import Testing

struct HTTPResponseTests {
  private func answer(_ request: String, health: Health = .good) -> String {
    let bytes = HTTPResponse.answer(to: Array(request.utf8)) {
      "metrics\n"
    } health: {
      health
    }
    .bytes
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func metricsAreServed() {
    #expect(
      answer("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n") == """
        HTTP/1.0 200 OK\r
        Content-Type: text/plain; version=0.0.4; charset=utf-8\r
        Content-Length: 8\r
        Connection: close\r
        \r
        metrics

        """)
  }

  @Test func headHasTheLengthAndNoBody() {
    let text = answer("HEAD /metrics HTTP/1.0\r\n\r\n")
    #expect(text.contains("Content-Length: 8\r\n"))
    #expect(text.hasSuffix("\r\n\r\n"))
  }

  @Test func badHealthIsUnavailableWithTheReason() {
    let text = answer("GET /health?verbose HTTP/1.0\r\n\r\n", health: .bad("paused: full"))
    #expect(text.hasPrefix("HTTP/1.0 503 Service Unavailable\r\n"))
    #expect(text.hasSuffix("\r\n\r\npaused: full\n"))
  }

  @Test(arguments: [
    ("GET / HTTP/1.0\r\n\r\n", "404"), ("POST /metrics HTTP/1.0\r\n\r\n", "405"),
    ("nonsense\r\n\r\n", "400"), ("", "400"), ("GET metrics HTTP/1.0\r\n\r\n", "400"),
    ("GET /metrics HTTP/2\r\n\r\n", "400"), ("\u{0}\u{ff}\r\n\r\n", "400"),
  ])
  func whatIsNotServedIsRefused(request: String, status: String) {
    #expect(answer(request).hasPrefix("HTTP/1.0 \(status) "))
  }
}
