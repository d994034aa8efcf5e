"""Winnow from Python: the main article of web pages, and the role of every block."""

from ._process import WinnowError, find_executable
from ._records import Block, Page, Record, Source
from ._winnow import Winnow

__all__ = ["Block", "Page", "Record", "Source", "Winnow", "WinnowError", "find_executable"]
