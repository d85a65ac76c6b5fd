"""A headless Chromium that speaks to the checks."""

import json
import time
from pathlib import Path

import axe_playwright_python
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# target-size is off by default in axe; it is a rule of WCAG 2.2 AA.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


class Browser:
    def __init__(self, pages):
        self.pages = Path(pages)
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en",
                         "--hide-scrollbars"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.set_capability("unhandledPromptBehavior", "ignore")
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_script_timeout(60)

    def close(self):
        self.driver.quit()

    def cdp(self, command, **arguments):
        return self.driver.execute_cdp_cmd(command, arguments)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def look(self, width=1280, dark=False, media=""):
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.cdp("Emulation.setEmulatedMedia", media=media, features=features)

    def open(self, name, language="", **look):
        """Opens `name` (a file of the folder, without .html) afresh, in another language where one is named."""
        self.look(**look)
        self.driver.get("about:blank")
        self.driver.get((self.pages / f"{name}.html").as_uri() + (f"#lang={language}" if language else ""))

    def open_details(self, isOpen=True):
        self.run("for (const part of document.querySelectorAll('details')) part.open = arguments[0];", isOpen)

    def violations(self):
        """What axe finds: one line for each rule and element."""
        self.run(AXE)
        found = self.driver.execute_async_script(
            "const done = arguments[1]; axe.run(document, arguments[0]).then((all) => done(all.violations),"
            "(error) => done([{id: String(error), nodes: []}]));", RULES)
        return [f"{rule['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}" for rule in found
                for node in rule["nodes"] or [{"html": ""}]]

    def overflow(self):
        """Elements that stick out of the page sideways, and by how much the page scrolls sideways."""
        return self.run("""
            const wide = document.documentElement.clientWidth, out = [];
            if (document.documentElement.scrollWidth > wide) {
              out.push("page scrolls sideways: " + document.documentElement.scrollWidth + " > " + wide);
              for (const node of document.querySelectorAll("body *")) {
                const box = node.getBoundingClientRect();
                if (box.width > 0 && (box.right > wide + 1 || box.left < -1)) out.push(node.outerHTML.slice(0, 120));
              }
            }
            return out.slice(0, 6);""")

    def clipped(self):
        """Text that its own box cuts off."""
        return self.run("""
            const cut = [];
            for (const node of document.querySelectorAll("main *")) {
              const style = getComputedStyle(node);
              if (style.overflowX === "visible" && style.overflowY === "visible") continue;
              if (["svg", "SELECT", "INPUT"].includes(node.tagName)) continue;
              if (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)
                cut.push(node.outerHTML.slice(0, 120));
            }
            return cut.slice(0, 6);""")

    def press(self, *keys):
        actions = ActionChains(self.driver, duration=0)
        for key in keys:
            actions.send_keys(key)
        actions.perform()

    def tab_back(self):
        ActionChains(self.driver, duration=0).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()

    def focused(self):
        """Where the focus is, and whether a reader can see it."""
        return self.run("""
            const node = document.activeElement, box = node.getBoundingClientRect(), style = getComputedStyle(node);
            return {tag: node.tagName, id: node.id, text: node.textContent.trim(), cls: node.className,
              isBody: node === document.body, path: node.outerHTML.slice(0, 100),
              isRinged: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
              isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};""")

    def tab_to(self, what, most=60):
        """Tabs until the focused element fits the selector `what`."""
        for _ in range(most):
            self.press(Keys.TAB)
            if self.run("return document.activeElement.matches(arguments[0])", what):
                return self.focused()
        raise AssertionError(f"{what} is not reached by {most} tabs")

    def complaints(self):
        """Everything the browser wrote to its console since the last look."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self):
        """Addresses that were asked for since the last look."""
        asked = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.append(message["params"]["request"]["url"])
        return asked

    def until(self, script, seconds=5):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = self.run(script)
            if value:
                return value
            time.sleep(0.02)
        raise AssertionError(f"never true: {script}")
