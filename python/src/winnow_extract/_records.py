"""Pages and records."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, TypedDict, Union


@dataclass(frozen=True)
class Page:
    """A page to be read.

    ``html`` is text, or bytes in any encoding; ``charset`` names the encoding of bytes where the transport
    gave one. ``url`` is the page's address.
    """

    id: str
    html: Union[str, bytes]
    url: Optional[str] = None
    charset: Optional[str] = None

    def line(self) -> bytes:
        """The page as a line for ``winnow stream``."""
        members: Dict[str, Any] = {"id": self.id}
        if self.url is not None:
            members["url"] = self.url
        if isinstance(self.html, str):
            members["html"] = self.html
        else:
            members["html_base64"] = base64.b64encode(self.html).decode("ascii")
            if self.charset is not None:
                members["charset"] = self.charset
        return json.dumps(members).encode("ascii") + b"\n"


class Source(TypedDict):
    """Where a record came from; ``name`` is the line of the stream."""

    name: str
    bytes: int
    sha256: Optional[str]
    modified: Optional[str]
    mediaType: Optional[str]
    encoding: Optional[str]
    url: Optional[str]


class Block(TypedDict, total=False):
    """A block of a page and its role."""

    role: str
    kind: str
    level: int
    text: str
    score: float
    density: float
    path: str


class Record(TypedDict, total=False):
    """What Winnow says of a page; the JSON Schema ``winnow.record/1`` describes the members."""

    schema: str
    id: str
    source: Source
    status: str
    reason: Optional[str]
    limits: List[str]
    pageType: Optional[str]
    pageTypeProbability: Optional[float]
    confidence: float
    language: Optional[str]
    title: Optional[str]
    author: Optional[str]
    published: Optional[str]
    modified: Optional[str]
    site: Optional[str]
    canonical: Optional[str]
    description: Optional[str]
    image: Optional[str]
    categories: List[str]
    tags: List[str]
    license: Optional[str]
    text: str
    blocks: List[Block]
    captions: List[Dict[str, str]]
    comments: List[Dict[str, Optional[str]]]
    counts: Dict[str, int]
    extractor: Dict[str, Any]


def crashed(page: Page) -> Record:
    """The record of a page during which the process ended, in the same shape as any other failed one."""
    return {
        "schema": "winnow.record/1",
        "id": page.id,
        "source": {"name": "stream", "bytes": 0, "sha256": None, "modified": None, "mediaType": None,
                   "encoding": None, "url": page.url},
        "status": "failed", "reason": "crash", "limits": [], "pageType": None, "pageTypeProbability": None,
        "confidence": 0, "language": None, "title": None, "author": None, "published": None,
        "modified": None, "site": None, "canonical": None, "description": None, "image": None,
        "categories": [], "tags": [], "license": None, "text": "", "blocks": [], "captions": [],
        "comments": [], "counts": {role: 0 for role in ROLES},
        "extractor": {"name": "winnow-extract", "version": "", "model": None, "options": {}},
    }


ROLES = ("title", "byline", "article", "caption", "comment", "navigation", "related", "ticker", "promo",
         "other")
