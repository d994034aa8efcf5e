import Spool

extension StatusReport {
  /// The report for a terminal.
  package var text: String {
    let head = Column.text(of: headRows)
    let queues = Column.text(of: queueRows)
    var parts = [head, queues]
    if census.ignored > 0 {
      parts.append(
        "\(census.ignored) names in the inbox are left alone (winnowd --once --dry-run)\n")
    }
    if !failures.isEmpty {
      let rows = failures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      parts.append(
        Column.text(of: [["failed by reason", ""]] + rows.map { [$0.key, "\($0.value)"] }))
    }
    if !attention.isEmpty {
      parts.append(attention.map { "ATTENTION \($0.code): \($0.text)\n" }.joined())
    }
    return parts.joined(separator: "\n")
  }

  private var headRows: [[String]] {
    var rows = [["inbox", inbox], ["outbox", outbox], ["daemon", daemonText]]
    if let state, presence.word != "none" { rows += stateRows(state.value) }
    // All cells of the second column are to begin at one place.
    let width = rows.map { $0[1].count }.max() ?? 0
    return rows.map { [$0[0], $0[1].padding(to: width)] }
  }

  private var daemonText: String {
    switch presence {
    case .running(let process): "running, process \(process)\(since)"
    case .silent(let process, let seconds):
      "process \(process), silent for \(Age.text(seconds))"
    case .stopped: "stopped\(state.map { ", \(Age.text(now - $0.updated)) ago" } ?? "")"
    case .gone(let seconds): "gone, \(Age.text(seconds)) ago"
    case .none: "none"
    }
  }

  private var since: String {
    guard let started = state?.value["started"]?.text else { return "" }
    return " since \(started)"
  }

  private func stateRows(_ state: JSONValue) -> [[String]] {
    var rows: [[String]] = []
    func number(_ name: String) -> Int { Int(state[name]?.double ?? 0) }
    rows.append([
      "work",
      "\(number("busyWorkers")) of \(number("workers")) workers busy, \(number("ready")) ready,"
        + " \(number("waitingForRetry")) wait for another attempt",
    ])
    for container in state["containers"]?.elements ?? [] {
      func count(_ name: String) -> Int { Int(container[name]?.double ?? 0) }
      rows.append([
        "container",
        "\(container["name"]?.text ?? ""): \(count("percent")) % read, \(count("pages")) pages done,"
          + " \(count("pagesFailed")) failed",
      ])
    }
    rows.append(["rate", rateText(state)])
    rows.append(["documents", counts(state["documents"]) + ", \(number("retries")) retries"])
    for (name, title) in [("limits", "limits"), ("workerRestarts", "workers lost")] {
      if let members = state[name]?.members, !members.isEmpty {
        rows.append([title, counts(state[name])])
      }
    }
    if let error = state["lastError"], let text = error["text"]?.text {
      rows.append(["last error", "\(error["time"]?.text ?? ""): \(text)"])
    }
    return rows
  }

  private func rateText(_ state: JSONValue) -> String {
    let rates = state["rates"]?.elements ?? []
    return rates.map { rate in
      let value = (rate["documentsPerSecond"]?.double ?? 0) * 10
      let minutes = Int(rate["minutes"]?.double ?? 0)
      return "\(Int(value.rounded()) / 10).\(Int(value.rounded()) % 10)/s (\(minutes) min)"
    }.joined(separator: ", ")
  }

  private func counts(_ value: JSONValue?) -> String {
    (value?.members ?? [:]).sorted { $0.key < $1.key }
      .map { "\(Int($0.value.double ?? 0)) \($0.key)" }.joined(separator: ", ")
  }

  private var queueRows: [[String]] {
    let ages = QueueTally.ageBounds.map { "<" + $0.name } + ["older"]
    var rows = [["", "files", "bytes", "oldest"] + ages]
    for name in QueueName.allCases {
      let tally = census.queues[name] ?? QueueTally()
      let oldest = tally.oldest.map { Age.text(now - $0 / 1_000_000_000) } ?? "-"
      rows.append(
        [name.rawValue, "\(tally.files)", "\(tally.bytes)", oldest]
          + tally.ages.map { $0 == 0 ? "." : "\($0)" })
    }
    return rows
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
