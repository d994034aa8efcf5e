import ArgumentParser
import Foundation
import Spool

/// The start of the program: the daemon, or a worker that the daemon started.
@main
enum Program {
  static func main() {
    if let parent = WorkerMain.parent(in: CommandLine.arguments) {
      Foundation.exit(WorkerMain.run(parent: parent))
    }
    Daemon.main()
  }
}
