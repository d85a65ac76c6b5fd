"""What a reader sees: accessibility rules, narrow screens, wide spacing, paper."""

import base64
import itertools
import re

KINDS = ["usual", "brief", "green", "red", "undecided", "none", "one", "hostile", "long"]
# WCAG 2.2, success criterion 1.4.12.
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"


def accessible(browser, name, language, width, dark, isOpen):
    browser.open(name, language, width=width, dark=dark)
    browser.open_details(isOpen)
    found = browser.violations()
    assert not found, f"{len(found)} violations:\n" + "\n".join(found[:12])


def fits(browser, name, language, width):
    browser.open(name, language, width=width)
    browser.open_details()
    found = browser.overflow() + browser.clipped()
    assert not found, "\n".join(found)


def spaced(browser):
    """Text spacing of a reader's own style neither cuts nor hides anything, at 320 px as well."""
    for width in (1280, 320):
        browser.open("usual.th", width=width)
        browser.open_details()
        browser.run("const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets = [sheet];",
                    SPACING)
        found = browser.overflow() + browser.clipped()
        assert not found, f"at {width}: " + "\n".join(found)


def zoomed(browser):
    """At twice the size, 1280 pixels hold what 640 do."""
    for kind in ("usual", "long"):
        fits(browser, f"{kind}.th", "", 640)
        fits(browser, f"{kind}.th", "en", 640)


def vowels(browser):
    """Every line is tall enough for Thai vowels above and below: at least 1.3 of the letter size."""
    browser.open("usual.th")
    browser.open_details()
    low = browser.run("""
        return Array.from(document.querySelectorAll("body *")).filter((node) => {
          if (!Array.from(node.childNodes).some((part) => part.nodeType === 3 && /[\\u0E00-\\u0E7F]/.test(part.data))) return false;
          const style = getComputedStyle(node);
          return node.tagName !== "text" && parseFloat(style.lineHeight) < 1.3 * parseFloat(style.fontSize);
        }).map((node) => node.outerHTML.slice(0, 100)).slice(0, 5);""")
    assert not low, "\n".join(low)


def paper(browser):
    """On A4 everything is opened, controls are gone, and nothing is wider than the sheet."""
    for kind, language in (("usual", ""), ("usual", "en"), ("long", ""), ("hostile", "")):
        browser.open(f"{kind}.th", language, width=680, media="print")
        hidden = browser.run("""
            return ["nav", "#languages", "#filter", ".copy", ".skip"].filter((what) => document.querySelector(what)?.checkVisibility());""")
        assert not hidden, f"printed: {hidden}"
        browser.open_details()
        found = browser.overflow() + browser.clipped()
        assert not found, f"{kind}: " + "\n".join(found)


def pages_of_paper(browser):
    """The printer gets what is closed on the screen, and the screen stays as it was."""
    browser.open("usual.th")
    browser.look(media="")
    closed, before = sheets(browser), browser.run("return document.querySelectorAll('details[open]').length")
    assert before == 0, f"{before} details stay open after printing"
    browser.open_details()
    opened = sheets(browser)
    assert closed == opened > 5, f"{closed} sheets when closed, {opened} when opened"


def sheets(browser):
    pdf = base64.b64decode(browser.cdp("Page.printToPDF", preferCSSPageSize=True)["data"])
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def checks():
    made = {}
    for language, width, dark in itertools.product(("", "en"), (360, 1280), (False, True)):
        title = f"axe {language or 'th'} {width} {'dark' if dark else 'light'}"
        made[title] = lambda browser, l=language, w=width, d=dark: accessible(browser, "brief.th", l, w, d, True)
    made["axe closed"] = lambda browser: accessible(browser, "brief.en", "", 360, False, False)
    for place, kind in enumerate(["red", "none", "one", "hostile", "long"]):
        language, width, dark = ("", "en")[place % 2], (1280, 360)[place // 2 % 2], place % 3 == 1
        made[f"axe {kind}"] = lambda browser, k=kind, l=language, w=width, d=dark: accessible(browser, f"{k}.th", l, w, d, True)
    for kind in KINDS:
        made[f"360 px {kind}"] = lambda browser, k=kind: [fits(browser, f"{k}.th", language, 360) for language in ("", "en")]
    made |= {"text spacing": spaced, "zoom 200 %": zoomed, "Thai line height": vowels, "print": paper,
             "print opens details": pages_of_paper}
    return made
