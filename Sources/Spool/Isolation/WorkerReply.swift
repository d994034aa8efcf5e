/// What came of asking a worker for the records of a file.
enum WorkerReply {
  /// It is done with the file; its memory was at most that many bytes so far.
  case finished(WorkProduct, peakBytes: Int)
  /// It lacked memory for a page of a container.
  case lacking(PageAnnouncement)
  /// No more pages are taken from it.
  case stopped
}
