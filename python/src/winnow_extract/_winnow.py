"""Pages in, records out."""

from __future__ import annotations

import collections
import json
from types import TracebackType
from typing import Deque, Iterable, Iterator, List, Optional, Tuple, Type

from ._process import StreamProcess, WinnowError, find_executable
from ._records import Page, Record, crashed

# Bytes of lines on their way at most, besides one line of any length.
_BYTE_WINDOW = 64 << 20


class Winnow:
    """Extracts pages with a ``winnow stream`` process, which it starts, and starts again when it dies.

    Not for several threads at once: give each its own.

    - roles: the roles whose blocks records list, or ``"all"``; None for those of an article
    - jobs: threads of the process
    - window: pages on their way at most
    - executable: the program, see ``find_executable``
    - options: further options of ``winnow stream``
    """

    def __init__(self, *, roles: Optional[str] = None, jobs: int = 2, window: int = 32,
                 executable: Optional[str] = None, options: Iterable[str] = ()) -> None:
        if window < 1 or jobs < 1:
            raise ValueError("jobs and window are 1 or more")
        self._command: List[str] = [find_executable(executable), "stream", "--jobs", str(jobs), *options]
        if roles is not None:
            self._command += ["--roles", roles]
        self._window = window
        self._process: Optional[StreamProcess] = None
        self._pending: Deque[Tuple[Page, bytes]] = collections.deque()
        self._sent_bytes = 0
        self._has_answered = False
        self._is_extracting = False
        #: How often the process died and was started again.
        self.restarts = 0

    def __enter__(self) -> "Winnow":
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException],
                 trace: Optional[TracebackType]) -> None:
        self.close()

    @property
    def pid(self) -> Optional[int]:
        """The process, None while there is none."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        if process is not None:
            # What is still on its way is wanted by nobody.
            process.kill() if self._pending else process.close()
        self._forget()

    def extract_one(self, page: Page) -> Record:
        """The record of one page."""
        return next(iter(self.extract([page])))

    def extract(self, pages: Iterable[Page]) -> Iterator[Record]:
        """The records of pages, in their order, read ahead no further than the window."""
        if self._is_extracting:
            raise WinnowError("the records before are not all taken: close that iterator first")
        self._is_extracting = True
        try:
            for page in pages:
                line = page.line()
                while self._pending and not self._has_room(line):
                    yield self._next_record()
                self._send(page, line)
            while self._pending:
                yield self._next_record()
        finally:
            self._is_extracting = False
            if self._pending:  # The caller left early, and the answers to come are not for the next.
                self.close()

    # -- The window

    def _has_room(self, line: bytes) -> bool:
        return len(self._pending) < self._window and self._sent_bytes + len(line) <= _BYTE_WINDOW

    def _send(self, page: Page, line: bytes) -> None:
        if self._process is None:
            self._process = StreamProcess(self._command)
            self._has_answered = False
        self._pending.append((page, line))
        self._sent_bytes += len(line)
        self._process.send(line)

    def _next_record(self) -> Record:
        assert self._process is not None
        line = self._process.receive()
        if line is None:
            return self._recover()
        self._has_answered = True
        self._take()
        return _record(line)

    def _take(self) -> Page:
        page, line = self._pending.popleft()
        self._sent_bytes -= len(line)
        return page

    def _forget(self) -> None:
        self._pending.clear()
        self._sent_bytes = 0

    # -- A process that died

    def _recover(self) -> Record:
        """The record of the oldest page on its way, after the process died.

        Several pages were with the process, and any of them may be what it died of. So the oldest is tried
        alone: if the process dies of it again it is the one, and its record says so. The others are sent
        to a new process.
        """
        assert self._process is not None
        is_silent = not self._has_answered and not self._process.has_written
        status = self._process.kill()
        if not self._has_answered and status in _EXIT_USAGE:
            self._process = None
            self._forget()
            raise WinnowError(f"{' '.join(self._command)} ended with status {status}")
        self.restarts += 1
        page, line = self._pending[0]
        self._process = StreamProcess(self._command)
        self._process.send(line)
        answer = self._process.receive()
        if answer is None:
            again = self._process.kill()
            if is_silent and status >= 0 and again >= 0 and not self._works():
                self._process = None
                self._forget()
                raise WinnowError(f"{' '.join(self._command)} ended with status {again}, without a word")
            self._process = StreamProcess(self._command)
        self._take()
        for _, waiting in self._pending:
            self._process.send(waiting)
        return crashed(page) if answer is None else _record(answer)

    def _works(self) -> bool:
        """Whether the program answers at all: a page that cannot end a process tells."""
        trial = StreamProcess(self._command)
        trial.send(Page(id="trial", html="<p>A page.</p>").line())
        answer = trial.receive()
        trial.kill()
        return answer is not None


def _record(line: bytes) -> Record:
    record: Record = json.loads(line)
    return record


# Exit statuses of a process that no page can cause: wrong usage, and a program that does not start.
_EXIT_USAGE = (64, 126, 127)
