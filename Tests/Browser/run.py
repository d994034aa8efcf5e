#!/usr/bin/env python3
"""Try explanations and reports in a real browser: accessibility, keyboard, filters, hostile pages.

Usage: Tests/Browser/run.py [--winnow FILE] [--screenshots FOLDER]

`make test-browser` makes the virtual environment (selenium; axe-core as the package axe-playwright-python carries it)
and calls this. It needs chromium and chromedriver; where they are not there it says so and ends with status 0.
Every page is opened at desktop and phone width, light and dark, and must have no finding of axe-core, no message in
the console, no request to anywhere and nothing wider than the window.
"""

import argparse
import gzip
import importlib.util
import itertools
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZES = {"desktop": (1400, 1000), "phone": (360, 740)}
SCHEMES = ("light", "dark")
PATIENCE = 300  # seconds
PAGES = ("news--stock-ticker-before-article", "news--rtl-arabic", "forum--phpbb-thread", "empty--spa-shell")

HOSTILE = """<!DOCTYPE html><html lang='"><script>window.pwned=1</script>'><head>
<title>&lt;/title&gt;&lt;script&gt;window.pwned=1&lt;/script&gt;</title>
<meta name="author" content="&quot;&gt;&lt;img src=x onerror=window.pwned=1&gt;"></head><body><article>
<h1>&lt;img src=x onerror="window.pwned=1"&gt; &lt;/h1&gt;&lt;svg onload=window.pwned=1&gt;</h1>
<p>&lt;/script&gt;&lt;script&gt;window.pwned=1&lt;/script&gt; &lt;/style&gt;&lt;style&gt;*{display:none}&lt;/style&gt; and
enough words to be a paragraph of the article, which goes on for a while so that it is kept as main content here.</p>
<p>" onmouseover="window.pwned=1" autofocus onfocus="window.pwned=1" x=" and enough words to be one more paragraph of
this article, which goes on for a while, and then for another while, so that it is kept as main content as well.</p>
<p>&lt;a href="javascript:window.pwned=1"&gt;click&lt;/a&gt; &lt;iframe srcdoc="&lt;script&gt;parent.pwned=1&lt;/script&gt;"&gt;
with enough words to be a paragraph, and &lt;meta http-equiv=refresh content="0;url=https://example.org/"&gt; too.</p>
<p>\u202eright to left override\u202c and \u2066isolates that never end, with words and words and words and words.</p>
<p class='x" onclick="window.pwned=1'>&amp;lt;script&amp;gt;window.pwned=1&amp;lt;/script&amp;gt; &#x3c;script&#x3e; &#0; &#x1f;
with enough words to be a paragraph of its own among the others of this page, which goes on to its very end.</p>
<pre>&lt;![CDATA[ &lt;!-- --&gt; ]]&gt; ${window.pwned=1} {{constructor.constructor('window.pwned=1')()}}</pre>
</article></body></html>"""

# The only elements that an explanation is made of.
ALLOWED = {"A", "ASIDE", "BDI", "BODY", "BUTTON", "DD", "DETAILS", "DIV", "DL", "DT", "FIELDSET", "FOOTER", "H1", "H2",
           "H3", "HEAD", "HEADER", "HTML", "KBD", "LEGEND", "LI", "MAIN", "META", "OL", "P", "RECT", "SCRIPT",
           "SECTION", "SPAN", "STYLE", "SUMMARY", "SVG", "TABLE", "TBODY", "TD", "TH", "THEAD", "TITLE", "TR", "UL"}

failures = []


def check(is_right, what):
    if not is_right:
        failures.append(what)
        print(f"FAILED: {what}")


class Browser:
    """Chromium through its driver, with axe-core at hand."""

    def __init__(self, binary, chromedriver, axe):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service
        options = webdriver.ChromeOptions()
        options.binary_location = binary
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(chromedriver))
        # What takes seconds takes minutes on a machine that is busy with other work.
        self.driver.set_script_timeout(PATIENCE)
        self.driver.set_page_load_timeout(PATIENCE)
        self.axe = axe

    def open(self, page, size="desktop", scheme="light"):
        width, height = SIZES[size]
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == "phone"})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme},
                         {"name": "prefers-reduced-motion", "value": "reduce"}]})
        self.driver.get_log("browser"), self.driver.get_log("performance")
        self.driver.get(page.as_uri())

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def findings(self):
        """What axe-core has to say of the open page, with every reason that it gives."""
        # Through the protocol rather than the page, whose policy lets no other script in.
        self.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": self.axe})
        result = self.driver.execute_async_script(
            "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(done, e => done(String(e)))")
        if isinstance(result, str):
            return [result]
        return [f"{finding['id']}: {finding['help']}: {finding['nodes'][0]['html'][:160]}"
                for finding in result["violations"]]

    def messages(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self):
        """The addresses that the page asked for."""
        import json
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]

    def focus(self):
        return self.run("const block = document.activeElement.closest('.block'); return block ? block.id : null")

    def press(self, *keys):
        from selenium.webdriver.common.action_chains import ActionChains
        ActionChains(self.driver).send_keys(*keys).perform()

    def hover(self, selector):
        from selenium.webdriver.common.action_chains import ActionChains
        from selenium.webdriver.common.by import By
        element = self.driver.find_element(By.CSS_SELECTOR, selector)
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        ActionChains(self.driver).move_to_element(element).perform()

    def click(self, selector):
        from selenium.webdriver.common.by import By
        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def visible_roles(self):
        return set(self.run("return [...document.querySelectorAll('.block:not([hidden])')].map(b => b.dataset.role)"))


def look_at_all(browser, pages, screenshots):
    """Every page in every size and scheme."""
    for page, size, scheme in itertools.product(pages, SIZES, SCHEMES):
        name = f"{page.stem}, {size}, {scheme}"
        browser.open(page, size, scheme)
        # An open reason holds what a closed one hides from the check; closed ones are looked at once.
        if (size, scheme) == ("desktop", "light"):
            for finding in browser.findings():
                check(False, f"{name}: {finding}")
        browser.run("for (const d of [...document.querySelectorAll('details')].slice(0, 12)) d.open = true")
        for finding in browser.findings():
            check(False, f"{name}, opened: {finding}")
        wide = browser.run("return document.documentElement.scrollWidth - window.innerWidth")
        check(wide <= 0, f"{name}: {wide} pixels wider than the window")
        check(not (messages := browser.messages()), f"{name}: console: {messages}")
        others = [address for address in browser.requests() if not address.startswith(("file:", "data:", "chrome"))]
        check(not others, f"{name}: asked for {others}")
        if screenshots:
            browser.run("window.scrollTo(0, 0)")
            browser.driver.save_screenshot(str(screenshots / f"{page.stem}-{size}-{scheme}.png"))
    print(f"looked at {len(pages)} pages in {len(SIZES) * len(SCHEMES)} ways")


def try_pointer(browser, page):
    browser.open(page)
    for role in ("caption", "related"):
        browser.hover(f".block[data-role={role}] summary")
        why = browser.run("return document.querySelector('#reasons h3').textContent")
        check(why == f"Why {role}", f"pointing at a {role} shows {why!r}")
        check(browser.run("return document.querySelectorAll('.block.near').length") == 1, "one block is marked")
        visible = browser.run("return document.querySelector('#reasons .why').getBoundingClientRect().height")
        check(visible > 50, "the reasons are seen")
    browser.hover("#text p[id]")
    check(browser.run("return document.querySelector('.block.near').dataset.role") == "article",
          "pointing at the kept text marks its block")
    print("pointer tried")


def try_filters(browser, page):
    browser.open(page)
    everything = browser.visible_roles()
    check("navigation" in everything, "all roles are shown at first")
    browser.click("button[data-role=navigation]")
    check(browser.visible_roles() == everything - {"navigation"}, "a role can be hidden")
    shown = browser.run("return document.getElementById('shown').textContent")
    count = browser.run("return document.querySelectorAll('.block:not([hidden])').length")
    check(shown.startswith(f"{count} of "), f"the number of blocks is told: {shown}")
    browser.click("#show-article")
    check(browser.visible_roles() == {"article"}, "the article alone can be shown")
    browser.click("#show-kept")
    check(browser.visible_roles() <= {"title", "byline", "article", "caption", "comment"}, "content can be shown")
    browser.click("#show-all")
    check(browser.visible_roles() == everything, "all can be shown again")
    browser.click("#show-beside")
    check(not browser.run("return document.querySelector('.beside').checkVisibility()"), "the panes can be hidden")
    print("filters tried")


def try_keyboard(browser, page):
    from selenium.webdriver.common.keys import Keys
    browser.open(page)
    browser.press(Keys.TAB)
    check(browser.run("return document.activeElement.className") == "skip", "the first stop skips to the blocks")
    reached = set()
    for _ in range(40):
        browser.press(Keys.TAB)
        reached.add(browser.run("return document.activeElement.id || document.activeElement.dataset.role || ''"))
        if browser.focus():
            break
    check({"article", "ticker", "show-all", "show-beside"} <= reached, f"tab reaches every button: {reached}")
    check(browser.focus() == "b0", "tab reaches the first block")
    outline = browser.run("return getComputedStyle(document.activeElement).outlineStyle")
    check(outline not in ("none", ""), "the focus is seen")
    browser.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    check(browser.focus() == "b2", "down moves on")
    browser.press(Keys.ARROW_UP)
    check(browser.focus() == "b1", "up moves back")
    browser.press(Keys.ENTER)
    check(browser.run("return document.querySelector('#b1 details').open"), "enter opens the reasons")
    browser.press(Keys.ESCAPE)
    check(not browser.run("return document.querySelector('#b1 details').open"), "escape closes them")
    role = browser.run("return document.activeElement.closest('.block').dataset.role")
    browser.press("n")
    check(browser.run("return document.activeElement.closest('.block').dataset.role") != role, "n finds another role")
    browser.press(Keys.END)
    check(browser.run("return document.activeElement.closest('.block') === document.querySelector('.block:last-child')"),
          "end finds the last block")
    browser.press(Keys.HOME, "8")
    check("ticker" not in browser.visible_roles(), "a digit hides a role")
    browser.press("8")
    check("ticker" in browser.visible_roles(), "and shows it again")
    browser.run("document.querySelector('#show-all').focus()")
    browser.press("8")
    check("ticker" in browser.visible_roles(), "keys are left alone outside the blocks")
    print("keyboard tried")


def try_hostile(browser, page):
    browser.open(page)
    browser.hover(".block summary")
    for _ in range(8):
        browser.run("for (const d of document.querySelectorAll('details')) { d.open = true; d.querySelector('summary').focus() }")
    browser.run("for (const b of document.querySelectorAll('.block')) b.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))")
    check(browser.run("return window.pwned === undefined"), "a hostile page runs nothing")
    names = set(browser.run("return [...new Set([...document.querySelectorAll('*')].map(e => e.tagName.toUpperCase()))]"))
    check(names <= ALLOWED, f"no element of the page comes back to life: {names - ALLOWED}")
    check(browser.run("return document.scripts.length") == 1, "there is one script")
    handlers = browser.run("return [...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
                           ".filter(n => n.startsWith('on') || n === 'style' || n === 'src' || n === 'srcdoc')")
    check(not handlers, f"there is no handler, style or source: {handlers}")
    addresses = browser.run("return [...document.querySelectorAll('[href]')].map(e => e.getAttribute('href'))")
    check(all(address.startswith("#") for address in addresses), f"every link stays on the page: {addresses[:5]}")
    check("<script>window.pwned=1</script>" in browser.run("return document.body.textContent"), "its text is shown")
    check(not browser.messages(), "nothing of it asks for what the policy forbids")
    # Were some text let through, the policy would still stop it.
    browser.run("const d = document.createElement('div'); document.body.append(d);"
                "d.innerHTML = '<img src=x onerror=\"window.pwned=1\"><a onclick=\"window.pwned=1\" href=\"#\">x</a>';"
                "d.querySelector('a').click(); const s = document.createElement('script');"
                "s.textContent = 'window.pwned=1'; document.body.append(s)")
    browser.driver.execute_async_script("setTimeout(arguments[0], 200)")
    check(browser.run("return window.pwned === undefined"), "the policy stops what is let through")
    check(any("Content Security Policy" in message for message in browser.messages()), "and says so")
    print("hostile page tried")


def try_without_script(browser, page):
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.open(page)
    browser.click("#b1 summary")
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    check(browser.run("return document.querySelector('#b1 details').open"), "reasons open without script")
    print("tried without script")


def try_report(browser, report):
    browser.open(report)
    titles = browser.run("return [...document.querySelectorAll('h2')].map(h => h.textContent)")
    for title in ("Main text", "Roles", "Metadata", "Confidence", "Speed", "Worst pages"):
        check(title in titles, f"the report has {title}")
    plots = browser.run("return [...document.querySelectorAll('svg.plot')].map(s => [s.getAttribute('aria-label'),"
                        "s.querySelectorAll('rect, circle, polyline').length])")
    check(len(plots) >= 5, f"the report has its plots: {plots}")
    check(all(label and shapes for label, shapes in plots), f"each plot is named and drawn: {plots}")
    links = browser.run("return [...document.querySelectorAll('th a')].map(a => a.href)")
    check(len(links) == 3, f"worst pages link to their explanations: {links}")
    browser.click("th a")
    check(browser.run("return document.querySelectorAll('.block').length > 0"), "a link leads to an explanation")
    print("report tried")


def make_pages(winnow, folder):
    """The explanations, the hostile one and the report."""
    pages = []
    for name in PAGES:
        source = ROOT / "Corpus" / "pages" / name / "source.html"
        pages.append(folder / f"{name}.html")
        subprocess.run([winnow, "explain", source, "-o", pages[-1]], check=True)
    dump = next((ROOT / "Corpus" / "texts").glob("*.txt"))
    pages.append(folder / "dump.html")
    subprocess.run([winnow, "explain", dump, "-o", pages[-1]], check=True)
    (folder / "source.html.gz").write_bytes(gzip.compress(HOSTILE.encode()))
    pages.append(folder / "hostile.html")
    subprocess.run([winnow, "explain", folder / "source.html.gz", "-o", pages[-1]], check=True)
    report, saved = folder / "report.html", folder / "before.json"
    subprocess.run([winnow, "bench", ROOT / "Corpus", "--rules", "--no-floors", "--json", saved],
                   check=True, stdout=subprocess.DEVNULL)
    subprocess.run([winnow, "bench", ROOT / "Corpus", "--no-floors", "--report", report, "--against", saved,
                    "--explain-worst", "3"], check=False, stdout=subprocess.DEVNULL)
    return pages, report


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--winnow", type=pathlib.Path, default=ROOT / ".build" / "release" / "winnow")
    parser.add_argument("--screenshots", type=pathlib.Path, help="a folder to save screenshots in")
    options = parser.parse_args()
    binary, chromedriver = next(filter(None, map(shutil.which, BROWSERS)), None), shutil.which("chromedriver")
    if binary is None or chromedriver is None:
        print("SKIPPED: chromium or chromedriver is not there (apt-get install chromium chromium-driver)")
        return 0
    package = importlib.util.find_spec("axe_playwright_python")
    axe = pathlib.Path(package.submodule_search_locations[0], "axe.min.js").read_text("utf-8")
    if options.screenshots:
        options.screenshots.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        pages, report = make_pages(options.winnow, pathlib.Path(name))
        browser = Browser(binary, chromedriver, axe)
        try:
            look_at_all(browser, [*pages, report], options.screenshots)
            try_pointer(browser, pages[0])
            try_filters(browser, pages[0])
            try_keyboard(browser, pages[0])
            try_hostile(browser, pages[-1])
            try_without_script(browser, pages[0])
            try_report(browser, report)
        finally:
            browser.driver.quit()
    print(f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
