"""The page operated: by keyboard alone, in both languages, sorted, filtered, copied, linked."""

from selenium.webdriver.common.keys import Keys


def see(focused):
    assert focused["isRinged"], f"the focus cannot be seen: {focused}"
    assert focused["isInView"], f"the focus is out of view: {focused}"


def skip_link(browser):
    browser.open("usual.th")
    browser.press(Keys.TAB)
    first = browser.focused()
    assert first["cls"] == "skip", first
    see(first)
    browser.press(Keys.ENTER)
    browser.until("return document.activeElement.id === 'main'")


def language(browser):
    browser.open("usual.th")
    see(browser.tab_to("#languages button[lang=en]"))
    browser.press(Keys.SPACE)
    browser.until("return document.documentElement.lang === 'en'")
    pressed = browser.run("return Array.from(document.querySelectorAll('#languages button'), (b) => b.ariaPressed)")
    assert pressed == ["false", "true"], pressed
    assert browser.run("return location.hash") == "#lang=en"
    browser.tab_back()
    browser.press(Keys.ENTER)
    browser.until("return document.documentElement.lang === 'th'")


def same_text(browser):
    """A page switched to the other language says what a page written in it says, and back again."""
    words = """
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), all = [];
        while (walk.nextNode()) if (!walk.currentNode.parentNode.closest("script, style")) all.push(walk.currentNode.data);
        for (const node of document.querySelectorAll("[aria-label]")) all.push(node.ariaLabel);
        return all.join("\\n");"""
    for kind in ("usual", "red", "undecided", "hostile", "none"):
        texts = {}
        for written in ("th", "en"):
            for said in ("th", "en"):
                browser.open(f"{kind}.{written}")
                if said != written:
                    browser.run("document.querySelector('#languages button[lang=' + arguments[0] + ']').click()", said)
                texts[written, said] = browser.run(words)
                left = browser.run("return document.documentElement.lang")
                assert left == said, left
        for said in ("th", "en"):
            one, other = texts["th", said].split("\n"), texts["en", said].split("\n")
            different = [(a, b) for a, b in zip(one, other) if a != b]
            assert not different and len(one) == len(other), f"{kind} in {said}: {different[:5]}"
        browser.open(f"{kind}.th", "en")
        browser.run("document.querySelector('#languages button[lang=th]').click()")
        assert browser.run(words) == texts["th", "th"], f"{kind} does not come back"


def order(browser, column):
    return browser.run("""
        return Array.from(document.querySelectorAll('#list tbody tr'), (row) => row.cells[arguments[0]].textContent.trim());""", column)


def sort(browser):
    browser.open("usual.th", "en")
    see(browser.tab_to("#list thead th:nth-child(3) button", 140))
    state = "return document.querySelector('#list thead th:nth-child(3)').ariaSort"
    assert browser.run(state) is None
    browser.press(Keys.ENTER)
    assert browser.run(state) == "ascending"
    verdicts = order(browser, 2)
    ranks = {"Not met": 0, "Could not tell": 1, "Met": 2}
    assert [ranks[v] for v in verdicts] == sorted(ranks[v] for v in verdicts) and len(verdicts) == 43, verdicts
    browser.press(Keys.SPACE)
    assert browser.run(state) == "descending"
    assert order(browser, 2) == verdicts[::-1]
    assert browser.run("return document.querySelectorAll('#list [aria-sort]').length") == 1
    assert browser.run("return document.getElementById('said').textContent") == "Sorted by Verdict descending"
    see(browser.tab_to("#list thead th:nth-child(4) button", 1))
    browser.press(Keys.ENTER)
    worth = [float(text) for text in order(browser, 3)]
    assert worth == sorted(worth), worth


def shown(browser):
    return browser.run("""
        const seen = (what) => Array.from(document.querySelectorAll(what)).filter((node) => node.checkVisibility()).length;
        return [seen('#list tbody tr'), seen('article'), Number(document.getElementById('shown').textContent)];""")


def filter(browser):
    browser.open("usual.th", "en")
    see(browser.tab_to("#by-verdict", 140))
    browser.press("n")
    counts = shown(browser)
    assert counts[0] == counts[1] == counts[2] == browser.run("return document.querySelectorAll('article.unsatisfied').length"), counts
    see(browser.tab_to("#by-part", 1))
    browser.press("1", "0")
    fewer = shown(browser)
    assert 0 < fewer[0] < counts[0] and len(set(fewer)) == 1, fewer
    see(browser.tab_to("#by-text", 1))
    browser.press("no such words")
    assert shown(browser) == [0, 0, 0]
    see(browser.tab_to("#clear", 1))
    browser.press(Keys.ENTER)
    assert shown(browser) == [43, 43, 43]
    browser.tab_back()
    browser.press("gift")
    some = shown(browser)
    assert 0 < some[0] < 43 and len(set(some)) == 1, some
    # A link to an item that the filter hides shows it again.
    browser.run("Array.from(document.querySelectorAll('.plan a')).find((a) => !document.querySelector(a.hash).checkVisibility()).click()")
    assert shown(browser) == [43, 43, 43]


def item(browser):
    """An item is opened and closed again without a mouse; so are all at once."""
    browser.open("usual.th")
    browser.run("document.querySelector('article a, article summary').focus()")
    browser.tab_back()
    see(browser.tab_to("article summary", 3))
    opened = "return document.querySelectorAll('article details[open]').length"
    browser.press(Keys.ENTER)
    browser.until(opened)
    browser.press(Keys.SPACE)
    browser.until("return document.querySelectorAll('article details[open]').length === 0")
    browser.run("document.getElementById('by-text').focus()")
    browser.tab_to("#open-all", 3)
    browser.press(Keys.ENTER)
    assert browser.run(opened) == browser.run("return document.querySelectorAll('article details').length") > 43
    browser.tab_to("#close-all", 1)
    browser.press(Keys.ENTER)
    assert browser.run(opened) == 0


def every_stop(browser):
    """Tab reaches every control once in the order of the page, each seen, and comes out again at the end."""
    browser.open("one.th")
    expected = browser.run("""
        return Array.from(document.querySelectorAll("a[href], button, select, input, summary")).filter((node) => node.checkVisibility())
          .map((node) => node.outerHTML.slice(0, 100));""")
    stops = []
    for _ in range(len(expected) + 5):
        browser.press(Keys.TAB)
        focused = browser.focused()
        if focused["isBody"]:
            break
        see(focused)
        stops.append(focused["path"])
    assert stops == expected, f"{len(stops)} stops, {len(expected)} controls: {stops[-1:]}"


def evidence(browser):
    """A link to a page opens the appendix at its place; no other anchor leads nowhere."""
    browser.open("usual.th")
    browser.run("document.querySelector('article .why a[href^=\"#e\"]').click()")
    browser.until("""
        const target = document.querySelector(location.hash), box = target.getBoundingClientRect();
        return target.checkVisibility() && box.top >= 0 && box.top < innerHeight;""")
    lost = browser.run("""
        return Array.from(document.querySelectorAll("a[href^='#']"), (link) => link.getAttribute("href").slice(1))
          .filter((id) => !document.getElementById(id));""")
    assert not lost, lost


def copy(browser):
    """The letter reaches the clipboard whole; where there is none it is selected."""
    browser.open("usual.th", "en")
    browser.cdp("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    browser.open_details()
    browser.run("document.querySelector('.letter').closest('details').querySelector('summary').focus()")
    see(browser.tab_to(".letter button", 3))
    browser.press(Keys.ENTER)
    browser.until("return document.querySelector('.letter [role=status]').textContent === 'Copied'")
    copied = browser.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0], (e) => arguments[0](String(e)))")
    for part in ("To whoever runs the website", "https://", "HTTP 302", "+07:00", "Problem: ", "Please: "):
        assert part in copied, f"{part} is not in: {copied}"
    browser.run("navigator.clipboard.writeText = () => Promise.reject()")
    browser.press(Keys.ENTER)
    browser.until("return document.querySelector('.letter [role=status]').textContent.includes('Ctrl+C')")
    assert "HTTP 302" in browser.run("return getSelection().toString()")


def checks():
    return {"keyboard: skip link": skip_link, "keyboard: language": language, "both languages say the same": same_text,
            "keyboard: sort": sort, "keyboard: filter": filter, "keyboard: open an item": item,
            "keyboard: every stop": every_stop, "links to evidence": evidence, "copy a letter": copy}
