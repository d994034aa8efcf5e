#!/usr/bin/env python3
"""Run Winnow inside Apache Spark: Parquet or WARC in, Parquet with text, title and roles out.

    spark-submit winnow_spark.py --parquet pages.parquet --output records.parquet
    spark-submit winnow_spark.py --warc 'crawl/*.warc.gz' --output records.parquet

Parquet has the columns id and html, and url if it likes; html is a string or binary. WARC files are read by the
executors, each whole file by one task, from a file system that all of them see. Each task has one `winnow stream`
process, which reads pages while Spark fetches the next and writes the last. Spark runs a task again whose worker
died; its rows come once, since a task's output counts only when it ended.

Every executor needs the package winnow_extract: `pip install` the wheel that `make wheel` builds there, or ship its
sources with --py-files and have the program on the PATH (or its path in WINNOW).
"""

import argparse
import glob
from typing import Iterable, Iterator

import pandas
from pyspark.sql import SparkSession

from winnow_extract import Page, Record, Winnow

SCHEMA = """
  id string, url string, status string, reason string, page_type string, confidence double, language string,
  title string, author string, published string, text string,
  roles array<struct<role: string, kind: string, text: string>>, words map<string, int>
"""
COLUMNS = ["id", "url", "status", "reason", "page_type", "confidence", "language", "title", "author",
           "published", "text", "roles", "words"]
# Rows handed to Spark at a time: a few megabytes.
ROWS_PER_BATCH = 64


def row(record: Record) -> tuple:
    """A record as a row of SCHEMA."""
    roles = [{name: block[name] for name in ("role", "kind", "text")} for block in record["blocks"]]
    return (record["id"], record["source"]["url"], record["status"], record["reason"], record["pageType"],
            float(record["confidence"]), record["language"], record["title"], record["author"],
            record["published"], record["text"], roles, record["counts"])


def frames(pages: Iterable[Page]) -> Iterator[pandas.DataFrame]:
    """The rows of pages, some at a time."""
    rows = []
    with Winnow(roles="all", jobs=1) as winnow:
        for record in winnow.extract(pages):
            rows.append(row(record))
            if len(rows) == ROWS_PER_BATCH:
                yield pandas.DataFrame(rows, columns=COLUMNS)
                rows = []
    if rows:
        yield pandas.DataFrame(rows, columns=COLUMNS)


def from_rows(batches: Iterator[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
    """For mapInPandas: rows of pages to rows of records."""
    return frames(
        # No page gives a failed record, as a page without bytes does, and does not end the job.
        Page(id=str(page.id), html=b"" if page.html is None else page.html, url=getattr(page, "url", None))
        for batch in batches for page in batch.itertuples(index=False))


def from_warcs(batches: Iterator[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
    """For mapInPandas: rows of WARC paths to rows of records."""
    return frames(page for batch in batches for path in batch["path"] for page in warc_pages(path))


def warc_pages(path: str) -> Iterator[Page]:
    """The HTML responses of a WARC file."""
    from warcio.archiveiterator import ArchiveIterator
    with open(path, "rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type != "response" or record.http_headers is None:
                continue
            media_type = record.http_headers.get_header("Content-Type") or ""
            if "html" not in media_type.lower():
                continue
            charset = media_type.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
            yield Page(id=record.rec_headers.get_header("WARC-Record-ID"),
                       url=record.rec_headers.get_header("WARC-Target-URI"),
                       html=record.content_stream().read(), charset=charset or None)


def main() -> None:
    parser = argparse.ArgumentParser()
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--parquet", help="a file or folder with columns id, html and perhaps url")
    source.add_argument("--warc", help="WARC files, as a pattern")
    parser.add_argument("--output", required=True, help="the folder for Parquet")
    arguments = parser.parse_args()
    spark = SparkSession.builder.appName("winnow").getOrCreate()
    # A batch is held as Arrow, as pandas and as pages, and a page may have megabytes.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS_PER_BATCH)
    if arguments.parquet:
        records = spark.read.parquet(arguments.parquet).mapInPandas(from_rows, SCHEMA)
    else:
        paths = [(path,) for path in sorted(glob.glob(arguments.warc))]
        # A partition for each file, so that any of them can be done again alone.
        files = spark.createDataFrame(paths, "path string").repartition(max(1, len(paths)), "path")
        records = files.mapInPandas(from_warcs, SCHEMA)
    records.write.mode("errorifexists").parquet(arguments.output)
    spark.stop()


if __name__ == "__main__":
    main()
