"""What the page may not do: ask the network, run or show what came from a website, need its script."""

import re
from pathlib import Path

from selenium.common.exceptions import NoAlertPresentException

from looks import KINDS


def quiet(browser):
    """No request but for the file itself, and nothing for the console, whatever is opened and pressed."""
    for kind in KINDS:
        browser.requests(), browser.complaints()
        browser.open(f"{kind}.th", "en", width=1280)
        browser.open_details()
        browser.run("for (const button of document.querySelectorAll('button')) if (!button.closest('.copy')) button.click();")
        page = (browser.pages / f"{kind}.th.html").as_uri()
        asked = {address.split("#")[0] for address in browser.requests()} - {page, "about:blank"}
        assert not asked, f"{kind}: asked for {asked}"
        complaints = browser.complaints()
        assert not complaints, f"{kind}: {complaints}"


def inert(browser):
    """Hostile texts stay text."""
    for written in ("th", "en"):
        browser.open(f"hostile.{written}", "en" if written == "th" else "th")
        browser.open_details()
        try:
            text = browser.driver.switch_to.alert.text
            raise AssertionError(f"a dialogue opened: {text}")
        except NoAlertPresentException:
            pass
        found = browser.run("""
            const bad = [], allowed = new Set(["HTML", "HEAD", "META", "TITLE", "STYLE", "SCRIPT", "BODY", "A", "HEADER", "MAIN",
              "FOOTER", "NAV", "SECTION", "ARTICLE", "DIV", "P", "H1", "H2", "H3", "H4", "H5", "UL", "OL", "LI", "DL", "DT", "DD",
              "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "SPAN", "B", "STRONG", "SMALL", "BDI", "BR", "Q", "MARK", "CODE",
              "BLOCKQUOTE", "FIGURE", "FIGCAPTION", "DETAILS", "SUMMARY", "BUTTON", "SELECT", "OPTION", "INPUT", "LABEL",
              "svg", "defs", "pattern", "rect", "line", "text"]);
            for (const node of document.querySelectorAll("*")) {
              if (!allowed.has(node.tagName)) bad.push(node.tagName);
              for (const name of node.getAttributeNames())
                if (/^on|^style$|^src|^srcdoc$|^formaction$|:/.test(name)) bad.push(name + "=" + node.getAttribute(name));
            }
            for (const link of document.links) {
              const address = link.getAttribute("href");
              if (!/^(#|https?:[/][/][^/])/.test(address)) bad.push(address);
              if (!address.startsWith("#") && link.rel !== "noreferrer noopener") bad.push("rel of " + address);
            }
            if (document.querySelector(".injected")) bad.push("injected");
            if (document.querySelectorAll("script").length !== 2) bad.push("scripts");
            if (document.querySelectorAll("style").length !== 1) bad.push("styles");
            return bad;""")
        assert not found, found[:10]


def policy(browser):
    """Even markup that slipped in would not run, look or load: the policy of the page stops it."""
    source = (browser.pages / "one.th.html").read_text(encoding="utf-8")
    harm = ("<main id=\"main\" tabindex=\"-1\"><p id=victim style=\"display:none\">x</p><style>#victim { color: rgb(1, 2, 3) }</style>"
            "<img src=x.png onerror=\"document.title='broken in'\"><script>document.title = 'broken in'</script>"
            "<iframe src=one.th.html></iframe><a id=evil href=\"javascript:document.title='broken in'\">x</a>")
    broken = source.replace("<main id=\"main\" tabindex=\"-1\">", harm, 1)
    assert broken != source
    (browser.pages / "broken.html").write_text(broken, encoding="utf-8")
    browser.open("broken")
    browser.run("document.getElementById('evil').click()")
    state = browser.run("""
        const style = getComputedStyle(document.getElementById("victim"));
        return [document.title, style.color, style.display];""")
    assert state[0] != "broken in" and state[1] != "rgb(1, 2, 3)" and state[2] != "none", state
    complaints = [text for text in browser.complaints() if "Content Security Policy" in text]
    assert len(complaints) >= 4, complaints
    browser.requests()


def without_script(browser):
    """Nothing is missing and no dead control is shown where scripts do not run."""
    for language in ("th", "en"):
        whole = (browser.pages / f"brief.{language}.html").read_text(encoding="utf-8")
        bare = re.sub(r"<script.*?</script>", "", whole, flags=re.S)
        Path(browser.pages / f"bare.{language}.html").write_text(bare, encoding="utf-8")
        browser.open(f"bare.{language}")
        browser.open_details()
        dead = browser.run("""
            return Array.from(document.querySelectorAll("button, select, input")).filter((node) => node.checkVisibility()).length;""")
        assert dead == 0, f"{dead} controls without a script"
        text = browser.run("return document.querySelector('main').innerText")
        browser.open(f"brief.{language}")
        browser.open_details()
        browser.run("for (const node of document.querySelectorAll('#filter, .copy')) node.remove()")
        strip = lambda t: re.sub(r"[↕▲▼\s]", "", t)
        assert strip(browser.run("return document.querySelector('main').innerText")) == strip(text), "the texts differ"
        found = browser.violations()
        assert not found, found[:5]


def checks():
    return {"no network, no complaint": quiet, "hostile texts are inert": inert, "policy stops what slips in": policy,
            "without script": without_script}
