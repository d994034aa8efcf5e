#!/usr/bin/env python3
"""Draw docs/before-after.png: a corpus page, its blocks coloured by role, and what Winnow keeps of it.

Usage: Scripts/before-after.py [--page NAME] [--output FILE]

Needs a release build and chromium (apt-get install chromium). The page is shown in a plain house style,
since its own style sheets are not in the corpus.
"""

import argparse
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
WINNOW = ROOT / ".build" / "release" / "winnow"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZE = (1500, 1070)
COLOURS = {
    "title": "#7fb2f0", "byline": "#8fd3d0", "article": "#9bd58a", "caption": "#e6cf74", "comment": "#c9a2e8",
    "navigation": "#c9ccd1", "related": "#f4b183", "ticker": "#f08f8f", "promo": "#f2a7d3", "other": "#dedbd2",
}
KEPT = ("title", "byline", "article")

HOUSE_STYLE = """
body { zoom: .85; font: 13px/1.45 'Liberation Sans', 'DejaVu Sans', sans-serif; margin: 14px; color: #222; }
ul, ol { list-style: none; padding: 0; margin: 4px 0; display: flex; flex-wrap: wrap; gap: 2px 10px; }
ul ul { font-size: 11px; } li { font-size: 11px; }
p { margin: 7px 0; } h1, h2, h3 { margin: 8px 0 4px; line-height: 1.2; } h1, h2 { font-size: 20px; }
h3, h4 { font-size: 14px; margin: 4px 0; }
a { color: #1a4f8f; text-decoration: none; } img, svg, iframe, video { display: none; }
figure { margin: 6px 0; font-size: 11px; } button, input { font-size: 11px; }
.winnow-block { border-radius: 3px; box-shadow: 0 0 0 2px var(--role); background: var(--role) !important; }
.winnow-block, .winnow-block * { color: #222 !important; }
"""

SHEET = """<!DOCTYPE html><html><head><meta charset="utf-8"><style>
* {{ box-sizing: border-box; }}
body {{ margin: 0; padding: 22px; background: #f3f4f6; font: 14px/1.5 'Liberation Sans', 'DejaVu Sans', sans-serif; color: #222; }}
main {{ display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 22px; }}
h2 {{ font-size: 17px; margin: 0 0 8px; }} h2 small {{ font-weight: normal; color: #666; }}
.card {{ height: 960px; overflow: hidden; background: white; border: 1px solid #cfd3d8; border-radius: 6px; position: relative; }}
.card::after {{ content: ''; position: absolute; inset: auto 0 0 0; height: 60px; background: linear-gradient(#fff0, #fff); }}
iframe {{ border: 0; width: 100%; height: 1400px; }}
.kept {{ padding: 18px 22px; font: 14px/1.5 'Liberation Serif', 'DejaVu Serif', serif; }}
.kept h1 {{ font-size: 22px; line-height: 1.2; margin: 0 0 6px; }} .kept .byline {{ color: #666; margin: 0 0 10px; }}
.kept p {{ margin: 0 0 9px; }} .kept h3 {{ margin: 12px 0 4px; font-size: 15px; }}
.legend {{ display: flex; gap: 8px; margin: 0 0 16px; flex-wrap: wrap; }}
.legend span {{ padding: 2px 10px; border-radius: 10px; font-size: 13px; }}
</style></head><body><div class="legend">{legend}</div><main>
<section><h2>The page <small>as a site serves it</small></h2><div class="card"><iframe srcdoc="{page}"></iframe></div></section>
<section><h2>Its blocks <small>by role</small></h2><div class="card"><iframe id="tinted" srcdoc="{page}"></iframe></div></section>
<section><h2>What is kept <small>title, byline, article</small></h2><div class="card"><div class="kept">{kept}</div></div></section>
</main><script>
const blocks = {blocks}, colours = {colours};
const squash = text => text.replace(/\\s+/g, '');
addEventListener('load', () => {{
  const page = document.getElementById('tinted').contentDocument;
  // The deepest elements with each text come last in document order among equals.
  const byText = new Map();
  for (const element of page.body.querySelectorAll('*')) {{
    const text = squash(element.innerText || '');
    if (!text) continue;
    const found = byText.get(text) || [];
    if (found.length && found.at(-1).contains(element)) found[found.length - 1] = element;
    else found.push(element);
    byText.set(text, found);
  }}
  for (const block of blocks) {{
    const element = (byText.get(squash(block.text)) || []).shift();
    if (!element) continue;
    element.classList.add('winnow-block');
    element.style.setProperty('--role', colours[block.role]);
  }}
}});
</script></body></html>"""


def read_record(page):
    run = subprocess.run([WINNOW, "extract", "--roles", "all", page], capture_output=True, check=True)
    return json.loads(run.stdout)


def plain_page(page):
    """The page without its scripts and styles, in the house style, as the value of `srcdoc`."""
    markup = page.read_text("utf-8")
    markup = re.sub(r"(?is)<(script|style)\b.*?</\1>|<link\b[^>]*>", "", markup)
    return html.escape(markup.replace("</head>", f"<style>{HOUSE_STYLE}</style></head>", 1))


def kept_text(record):
    parts = [f"<h1>{html.escape(record['title'] or '')}</h1>"]
    byline = " · ".join(filter(None, (record["author"], (record["published"] or "")[:10])))
    parts.append(f'<p class="byline">{html.escape(byline)}</p>')
    for block in record["blocks"]:
        if block["role"] == "article":
            tag = "h3" if block["kind"].startswith("heading") else "p"
            parts.append(f"<{tag}>{html.escape(block['text'])}</{tag}>")
    return "".join(parts)


def sheet(page, record):
    legend = "".join(f'<span style="background:{colour}{";font-weight:bold" if role in KEPT else ""}">{role}</span>'
                     for role, colour in COLOURS.items())
    blocks = [{"role": block["role"], "text": block["text"]} for block in record["blocks"]]
    return SHEET.format(legend=legend, page=plain_page(page), kept=kept_text(record),
                        blocks=json.dumps(blocks).replace("</", "<\\/"), colours=json.dumps(COLOURS))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--page", default="news--stock-ticker-before-article", help="a folder of Corpus/pages")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "docs" / "before-after.png")
    options = parser.parse_args()
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("before-after: needs chromium (apt-get install chromium)")
    if not WINNOW.exists():
        sys.exit("before-after: run 'make build' first")
    page = ROOT / "Corpus" / "pages" / options.page / "source.html"
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "sheet.html"
        source.write_text(sheet(page, read_record(page)), "utf-8")
        subprocess.run([browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                        f"--window-size={SIZE[0]},{SIZE[1]}", "--virtual-time-budget=4000",
                        f"--screenshot={options.output.resolve()}", source.as_uri()],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    print(options.output)


if __name__ == "__main__":
    main()
