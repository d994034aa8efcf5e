"""Tests of the package, on the real program. Run with unittest; no other package is needed."""

import json
import os
import pathlib
import signal
import stat
import subprocess
import sys
import tempfile
import textwrap
import unittest

from winnow_extract import Page, Winnow, WinnowError, find_executable

PAGE = "<html lang=en><title>Bees</title><article><h1>Bees</h1><p>{}</p></article></html>"
TEXT = "Bees dance on the comb to tell the others where the flowers are, and how far it is."


def page(name, text=TEXT):
    return Page(id=name, html=PAGE.format(text), url=f"https://example.org/{name}")


def fake(folder, code):
    """A program of that Python code, in which `pages` are the lines that come in."""
    path = pathlib.Path(folder) / "winnow"
    path.write_text(f"#!{sys.executable}\nimport json, os, sys\n"
                    "def answer(line):\n    print(json.dumps({'id': json.loads(line)['id']}), flush=True)\n"
                    + textwrap.dedent(code))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


class Records(unittest.TestCase):
    def setUp(self):
        self.winnow = Winnow()
        self.addCleanup(self.winnow.close)

    def test_records_come_in_the_order_of_the_pages(self):
        names = [f"page {number}" for number in range(60)]
        records = list(self.winnow.extract(page(name) for name in names))
        self.assertEqual([record["id"] for record in records], names)
        self.assertTrue(all(record["text"] == TEXT for record in records))
        self.assertEqual(records[0]["source"]["url"], "https://example.org/page 0")

    def test_record_has_the_members_of_a_failed_one_made_here(self):
        from winnow_extract._records import crashed
        self.assertEqual(set(self.winnow.extract_one(page("a"))), set(crashed(page("a"))))

    def test_bytes_are_read_in_their_encoding(self):
        html = PAGE.format("Käfer und Bienen leben im Wald und auf der Wiese.").encode("latin-1")
        record = self.winnow.extract_one(Page(id="a", html=html, charset="latin1"))
        self.assertIn("Käfer", record["text"])

    def test_text_may_hold_anything(self):
        record = self.winnow.extract_one(page("\U0001f41d\n", TEXT + " \ud800 \u2028 \x00 \U0001f41d"))
        self.assertEqual(record["id"], "\U0001f41d\n")
        self.assertEqual(record["status"], "ok")

    def test_page_that_cannot_be_read_has_a_failed_record(self):
        record = self.winnow.extract_one(Page(id="a", html=b"\x89PNG\r\n\x1a\n" + bytes(100)))
        self.assertEqual((record["status"], record["reason"]), ("failed", "unsupported"))

    def test_pages_larger_than_pipes_pass(self):
        large = "".join(f"<p>{TEXT}</p>" for _ in range(8_000))
        records = list(self.winnow.extract(page(str(number), large) for number in range(3)))
        self.assertTrue(all(len(record["text"]) > 600_000 for record in records))

    def test_options_are_handed_on(self):
        with Winnow(roles="all", jobs=1, options=["--paths"]) as winnow:
            self.assertIn("path", winnow.extract_one(page("a"))["blocks"][0])

    def test_process_serves_many_calls(self):
        self.winnow.extract_one(page("a"))
        first = self.winnow.pid
        self.winnow.extract_one(page("b"))
        self.assertEqual(self.winnow.pid, first)

    def test_process_ends_with_the_context(self):
        with Winnow() as winnow:
            winnow.extract_one(page("a"))
            process = winnow.pid
        self.assertFalse(pathlib.Path(f"/proc/{process}").exists())


class BackPressure(unittest.TestCase):
    def test_pages_are_read_no_further_than_the_window(self):
        taken = 0

        def pages():
            nonlocal taken
            while True:
                taken += 1
                yield page(str(taken))

        with Winnow(window=5) as winnow:
            records = winnow.extract(pages())
            for number in range(1, 20):
                self.assertEqual(next(records)["id"], str(number))
                self.assertLessEqual(taken, number + 5)
            records.close()

    def test_iterator_left_early_does_not_disturb_the_next(self):
        with Winnow() as winnow:
            records = winnow.extract(page(str(number)) for number in range(100))
            next(records)
            with self.assertRaises(WinnowError):
                winnow.extract_one(page("too soon"))
            records.close()
            self.assertEqual(winnow.extract_one(page("b"))["id"], "b")

    def test_error_of_the_pages_reaches_the_caller(self):
        def pages():
            yield page("a")
            raise KeyError("no more")

        with Winnow() as winnow:
            with self.assertRaises(KeyError):
                list(winnow.extract(pages()))
            self.assertEqual(winnow.extract_one(page("b"))["id"], "b")


class Deaths(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def test_killed_process_is_replaced_and_no_page_lost(self):
        with Winnow(window=8) as winnow:
            ids = []
            for record in winnow.extract(page(str(number)) for number in range(60)):
                ids.append(record["id"])
                self.assertEqual(record["status"], "ok")
                if len(ids) in (10, 30):
                    os.kill(winnow.pid, signal.SIGKILL)
            self.assertEqual(ids, [str(number) for number in range(60)])
            self.assertGreaterEqual(winnow.restarts, 2)

    def test_page_that_kills_the_process_is_named_and_the_others_go_on(self):
        executable = fake(self.folder, """
            for line in sys.stdin:
                if json.loads(line)["id"] in ("3", "4", "9"):
                    os.kill(os.getpid(), 9)
                answer(line)
        """)
        with Winnow(executable=executable, window=4) as winnow:
            records = list(winnow.extract(page(str(number)) for number in range(10)))
        self.assertEqual([record["id"] for record in records], [str(number) for number in range(10)])
        failed = {record["id"]: record["reason"] for record in records if "reason" in record}
        self.assertEqual(failed, {"3": "crash", "4": "crash", "9": "crash"})

    def test_half_a_record_is_no_record(self):
        executable = fake(self.folder, """
            for line in sys.stdin:
                print('{"id": ', end="", flush=True)
                sys.exit(1)
        """)
        with Winnow(executable=executable) as winnow:
            self.assertEqual(winnow.extract_one(page("a"))["reason"], "crash")

    def test_wrong_option_is_an_error_and_not_a_crash_of_each_page(self):
        with Winnow(options=["--no-such-option"]) as winnow:
            with self.assertRaisesRegex(WinnowError, "status 64"):
                winnow.extract_one(page("a"))


class Executable(unittest.TestCase):
    def test_missing_program_is_told(self):
        with self.assertRaises(WinnowError):
            Winnow(executable="/no/such/winnow")

    def test_program_that_is_no_winnow_is_an_error_and_not_a_crash_of_each_page(self):
        for program in ("false", "true"):
            with Winnow(executable=program) as winnow:
                with self.assertRaisesRegex(WinnowError, "without a word"):
                    winnow.extract_one(page("a"))

    def test_environment_names_the_program(self):
        before = os.environ.get("WINNOW")
        try:
            os.environ["WINNOW"] = "/bin/cat"
            self.assertEqual(find_executable(), "/bin/cat")
        finally:
            if before is None:
                del os.environ["WINNOW"]
            else:
                os.environ["WINNOW"] = before


class Document(unittest.TestCase):
    def test_example_of_the_readme_runs(self):
        readme = pathlib.Path(__file__).parent.parent / "README.md"
        code = readme.read_text().split("```python\n")[1].split("```")[0]
        pages = {"a": PAGE.format(TEXT), "b": PAGE.format(TEXT).encode()}
        script = f"import json\npages = {pages!r}.items()\n{code}"
        result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
        self.assertEqual(result.stdout, f"a Bees {len(TEXT)}\nb Bees {len(TEXT)}\n", result.stderr)

    def test_line_is_one_line_of_json(self):
        line = Page(id="a\n", html="<p>\n</p>").line()
        self.assertEqual(line.count(b"\n"), 1)
        self.assertEqual(json.loads(line), {"id": "a\n", "html": "<p>\n</p>"})


if __name__ == "__main__":
    unittest.main()
