"""The page on which people read a run: by keyboard alone, kept over a reload, saved as a file that is whole."""

import json
import re
import tempfile
import time
from pathlib import Path

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys


def fresh(browser, name):
    """Opens a page without what an earlier check decided on it."""
    browser.open(name)
    browser.run("localStorage.clear()")
    browser.open(name)


def current(browser):
    return browser.run("return document.querySelector('#queue [aria-current]').dataset.item")


def marks(browser):
    return browser.run("""return Array.from(document.querySelectorAll("#queue button"), (button) =>
        [button.dataset.item, button.querySelector(".mark").textContent, button.classList.contains("done")]);""")


def overrule(browser):
    """The key by which the verdict of the item on the page becomes another one."""
    item = current(browser)
    machine = browser.run("return JSON.parse(document.getElementById('facts').textContent).items[arguments[0]]", item)
    return "s" if machine != "satisfied" else "u"


def leave_text(browser):
    ActionChains(browser.driver).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()


def saved(browser):
    """Presses the key that saves, and gives the file."""
    with tempfile.TemporaryDirectory() as folder:
        browser.cdp("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
        browser.press("e")
        file = Path(folder) / "review.json"
        end = time.monotonic() + 5
        while time.monotonic() < end and not file.exists():
            time.sleep(0.02)
        assert file.exists(), browser.run("return document.getElementById('said').textContent")
        return json.loads(file.read_text(encoding="utf-8"))


def keyboard(browser):
    """Accept, overrule with a reason, cannot tell, note and next without a mouse; a reload loses nothing."""
    fresh(browser, "review-usual.th")
    first = current(browser)
    browser.press("a")
    browser.press("j")
    second = current(browser)
    assert second != first
    browser.press(overrule(browser))
    assert browser.run("return document.activeElement.id") == "reason", "overruling asks for the reason"
    assert marks(browser)[1][2] is False, "overruled without a reason is not done"
    browser.press("มีข้อมูลครบ aj")
    leave_text(browser)
    third = current(browser)
    assert third not in (first, second), third
    browser.press("c")
    browser.press("n")
    assert browser.run("return document.activeElement.id") == "note"
    browser.press("ดูอีกครั้ง")
    browser.press(Keys.ESCAPE)
    browser.press("k")
    assert current(browser) == second
    before = marks(browser)
    assert [done for _, _, done in before[:4]] == [True, True, True, False], before[:4]
    browser.open("review-usual.th")
    assert marks(browser) == before, "a reload lost decisions"
    browser.press("e")
    assert browser.run("return document.activeElement.id") == "reader", "saving asks for the name"
    browser.press("ผู้อ่าน </script>")
    browser.press(Keys.ESCAPE)
    reading = saved(browser)
    assert reading["schema"] == "oit-review/1" and reading["reader"] == "ผู้อ่าน </script>", reading
    said = {entry["item"]: entry for entry in reading["items"]}
    assert set(said) == {first, second, third}, said
    assert said[first]["decision"] == "accept" and said[third]["decision"] == "cannot_tell"
    assert said[second]["decision"] == "overrule" and said[second]["reason"] == "มีข้อมูลครบ aj", said[second]
    assert said[third]["note"] == "ดูอีกครั้ง"
    browser.run("localStorage.clear()")


def other_letters(browser):
    """Keys work by their place, so also while Thai letters are switched on."""
    fresh(browser, "review-usual.th")
    for kind in ("keyDown", "keyUp"):
        browser.cdp("Input.dispatchKeyEvent", type=kind, code="KeyC", key="แ", text="แ" if kind == "keyDown" else "")
    assert marks(browser)[0][2], marks(browser)[0]
    browser.run("localStorage.clear()")


def blind(browser):
    """Nothing of the program's verdict is seen before the reader has judged."""
    fresh(browser, "review-usual.en")
    shown = """return Array.from(document.querySelectorAll("article:not([hidden]) .machine")).some((node) => node.checkVisibility());"""
    assert not browser.run(shown)
    browser.press("a")
    assert not browser.run(shown), "a blind reader cannot accept"
    browser.press("s")
    assert browser.run(shown)
    browser.run("localStorage.clear()")


def pictures(browser):
    """The picture of the item is there with its first box in view, is let go of afterwards, and P makes it larger."""
    fresh(browser, "review-usual.th")
    for _ in range(43):
        if browser.run("return document.querySelectorAll('article:not([hidden]) img[data-picture]').length"):
            break
        browser.press("j")
    shown = """
        const article = document.querySelector('article:not([hidden])'), part = article.querySelector('.pictures');
        const picture = part.querySelector('img[data-picture]'), box = picture.dataset.first * picture.clientWidth / 1280;
        const place = picture.getBoundingClientRect().top + box - part.getBoundingClientRect().top;
        return [picture.naturalWidth, place > 0 && place < part.clientHeight, part.clientWidth];"""
    browser.until("const picture = document.querySelector('article:not([hidden]) img[data-picture]'); return picture && picture.complete")
    natural, is_in_view, width = browser.run(shown)
    assert natural == 1280, "the picture was not read"
    assert is_in_view, "the first box is not in view"
    browser.press("p")
    assert browser.run(shown)[2] > width * 1.5, "P does not enlarge the picture"
    assert browser.run(shown)[1], "the box went out of view"
    browser.press("p")
    assert not browser.violations(), browser.violations()
    browser.press("j")
    loaded = "return Array.from(document.querySelectorAll('article[hidden] img[data-picture]')).filter((one) => one.src).length"
    assert browser.run(loaded) == 0, "pictures of other items stay in memory"
    assert not [url for url in browser.requests() if not url.startswith(("file:", "data:", "about:"))]


def history(browser):
    """Earlier results stand beside the item; a blind reader sees them only after judging."""
    fresh(browser, "review-usual.th")
    seen = "return Boolean(document.querySelector('article:not([hidden]) .history')?.checkVisibility())"
    assert browser.run(seen)
    fresh(browser, "review-usual.en")
    assert not browser.run(seen), "a blind reader sees earlier verdicts"
    browser.press("s")
    assert browser.run(seen)
    browser.run("localStorage.clear()")


def five_seconds(browser):
    """All 43 items are read and saved by 86 keys and a name."""
    fresh(browser, "review-usual.th")
    start = time.monotonic()
    for _ in range(43):
        browser.press("c", "j")
    spent = time.monotonic() - start
    browser.press("e")
    browser.press("ผู้อ่าน", Keys.ESCAPE)
    reading = saved(browser)
    assert len(reading["items"]) == 43, len(reading["items"])
    assert spent < 43 * 5, f"{spent:.1f} s for 43 items"
    browser.run("localStorage.clear()")


def inert(browser):
    """Hostile texts run nothing, load nothing and leave no element of their own."""
    for name in ("review-hostile.th", "review-hostile.en"):
        browser.requests(), browser.complaints()
        fresh(browser, name)
        for key in "jjjcn":
            browser.press(key)
        page = (browser.pages / f"{name}.html").as_uri()
        asked = {address for address in browser.requests() if not address.startswith("data:image/webp;")} - {page, "about:blank"}
        assert not asked, asked
        complaints = browser.complaints()
        assert not complaints, complaints
        assert browser.run("return document.querySelectorAll('script:not([type=\"text/plain\"])').length") == 2
        assert browser.run("return document.querySelectorAll('img:not([data-picture]), iframe, object, .injected').length") == 0
        links = browser.run("return Array.from(document.links, (link) => link.getAttribute('href'))")
        assert all(link.startswith(("#", "http://", "https://")) for link in links), links
        browser.run("localStorage.clear()")


def accessible(browser):
    for name in ("review-brief.th", "review-brief.en"):
        for width in (360, 1280):
            browser.open(name, width=width)
            found = browser.violations()
            assert not found, f"{name} {width}: {len(found)} violations:\n" + "\n".join(found[:12])
            assert not browser.overflow(), browser.overflow()


def without_script(browser):
    """Every item can be read, and no dead control is shown, where scripts do not run."""
    whole = (browser.pages / "review-brief.th.html").read_text(encoding="utf-8")
    (browser.pages / "review-bare.html").write_text(re.sub(r"<script.*?</script>", "", whole, flags=re.S), encoding="utf-8")
    browser.open("review-bare")
    counts = browser.run("""
        const seen = (what) => Array.from(document.querySelectorAll(what)).filter((node) => node.checkVisibility()).length;
        return [seen("button, select, input, textarea"), seen("article"), document.querySelectorAll("article").length];""")
    assert counts[0] == 0 and counts[1] == counts[2] > 0, counts


def checks():
    return {"review by keyboard": keyboard, "review with Thai letters on": other_letters, "review blind": blind,
            "review pictures": pictures, "review history": history, "review of 43 items": five_seconds,
            "review of hostile texts": inert, "review axe": accessible, "review without script": without_script}
