/// An answer over HTTP/1.0, after which the connection is closed.
package struct HTTPResponse: Hashable, Sendable {
  /// The status code.
  package var status: Int
  /// What follows the head.
  package var body: String
  /// The media type of the body.
  package var mediaType = "text/plain; charset=utf-8"

  /// An answer in plain text.
  package init(_ status: Int, _ body: String) {
    self.status = status
    self.body = body
  }

  /// The answer to a request.
  ///
  /// - Parameters:
  ///   - head: The bytes of the request.
  ///   - metrics: Makes the text of the metrics.
  ///   - health: Makes the verdict.
  /// - Returns: The answer; whatever is not served has a status that says so.
  package static func answer(
    to head: [UInt8], metrics: () -> String, health: () -> Health
  ) -> HTTPResponse {
    guard let request = HTTPRequest(head: head) else { return HTTPResponse(400, "no request\n") }
    guard ["GET", "HEAD"].contains(request.method) else {
      return HTTPResponse(405, "only GET and HEAD\n")
    }
    switch request.path {
    case "/metrics":
      var response = HTTPResponse(200, metrics())
      response.mediaType = PrometheusText.mediaType
      return response.without(body: request.method == "HEAD")
    case "/health":
      let verdict = health()
      return HTTPResponse(verdict.isGood ? 200 : 503, verdict.reason + "\n")
        .without(body: request.method == "HEAD")
    default:
      return HTTPResponse(404, "there are /metrics and /health\n")
    }
  }

  /// The answer as it is sent.
  package var bytes: [UInt8] {
    var head = "HTTP/1.0 \(status) \(Self.phrase(of: status))\r\n"
    head += "Content-Type: \(mediaType)\r\nContent-Length: \(length)\r\n"
    if status == 405 { head += "Allow: GET, HEAD\r\n" }
    return Array((head + "Connection: close\r\n\r\n" + body).utf8)
  }

  private var withheldLength: Int?
  private var length: Int { withheldLength ?? body.utf8.count }

  private func without(body isWithheld: Bool) -> HTTPResponse {
    guard isWithheld else { return self }
    var response = self
    response.withheldLength = length
    response.body = ""
    return response
  }

  private static func phrase(of status: Int) -> String {
    switch status {
    case 200: "OK"
    case 400: "Bad Request"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    default: "Service Unavailable"
    }
  }
}
