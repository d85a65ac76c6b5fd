extension ReportPage {
    /// The one script: language, sorting, filtering, copying, and details that open where a link or the printer needs
    /// them. It only moves, hides and names what the page holds already: no markup is ever made from text. Its hash
    /// stands in `ReportPolicy`: change both together.
    static let script = language + table + details

    private static let language: Markup = #"""

        "use strict";
        const by = (id) => document.getElementById(id);
        const all = (what) => Array.from(document.querySelectorAll(what));
        const page = document.documentElement;
        const own = page.lang;
        const foreign = JSON.parse(by("words").textContent);
        const written = [];
        function speak(language) {
          if (language !== "th" && language !== "en" || language === page.lang) return;
          const texts = all("[data-t]"), labels = all("[data-t-label]");
          if (written.length === 0) {
            for (const node of texts) written[node.dataset.t] = node.textContent;
            for (const node of labels) written[node.dataset.tLabel] = node.getAttribute("aria-label");
          }
          const words = language === own ? written : foreign;
          for (const node of texts) node.textContent = words[node.dataset.t];
          for (const node of labels) node.setAttribute("aria-label", words[node.dataset.tLabel]);
          page.lang = language;
          for (const button of all("#languages button")) button.setAttribute("aria-pressed", button.lang === language);
        }
        by("languages").hidden = false;
        for (const button of all("#languages button")) button.addEventListener("click", () => {
          speak(button.lang);
          location.replace("#lang=" + button.lang);
        });

        """#

    private static let table: Markup = #"""
        const entries = all("#list tbody tr").map((row) => {
          const article = by(row.querySelector("a").getAttribute("href").slice(1));
          return { row, article, verdict: article.classList[1], part: row.cells[1].textContent };
        });
        const values = (row, column) => {
          const cell = row.cells[column];
          return cell.dataset.v === undefined ? cell.textContent : Number(cell.dataset.v);
        };
        function sort(head, column) {
          const isDown = head.getAttribute("aria-sort") === "ascending";
          for (const other of all("#list thead th")) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
          const order = (a, b) => {
            const x = values(a.row, column), y = values(b.row, column);
            return typeof x === "number" ? x - y : x.localeCompare(y, page.lang, { numeric: true });
          };
          entries.sort((a, b) => (isDown ? -order(a, b) : order(a, b)) || values(a.row, 0) - values(b.row, 0));
          for (const entry of entries) entry.row.parentNode.append(entry.row);
          by("said").textContent = [by("say-sorted"), head, by(isDown ? "say-descending" : "say-ascending")]
            .map((node) => node.textContent).join(" ");
        }
        function filter() {
          const verdict = by("by-verdict").value, part = by("by-part").value, text = by("by-text").value.trim().toLowerCase();
          let shown = 0;
          for (const { row, article, ...entry } of entries) {
            const isIn = (!verdict || entry.verdict === verdict) && (!part || entry.part === part)
              && (!text || (row.textContent + article.textContent).toLowerCase().includes(text));
            row.hidden = article.hidden = !isIn;
            if (isIn) shown += 1;
          }
          for (const group of all(".group")) group.hidden = !group.querySelector("article:not([hidden])");
          by("shown").textContent = shown;
          by("said").textContent = "";
        }
        function showAll() {
          for (const id of ["by-verdict", "by-part", "by-text"]) by(id).value = "";
          filter();
        }
        if (entries.length > 0) {
          all("#list thead th").forEach((head, column) => {
            const button = document.createElement("button");
            button.type = "button";
            button.append(...head.childNodes);
            head.append(button);
            button.addEventListener("click", () => sort(head, column));
          });
          by("list").tHead.rows[0].cells[0].setAttribute("aria-sort", "ascending");
          for (const id of ["by-verdict", "by-part", "by-text"]) by(id).addEventListener("input", filter);
          by("clear").addEventListener("click", showAll);
          for (const id of ["open-all", "close-all"]) by(id).addEventListener("click", () => {
            for (const part of all(".item details")) part.open = id === "open-all";
          });
          by("filter").hidden = false;
        }

        """#

    private static let details: Markup = #"""
        function reveal(hash) {
          const language = /^#lang=(th|en)$/.exec(hash);
          if (language) return speak(language[1]);
          const target = by(decodeURIComponent(hash.slice(1)));
          if (!target) return;
          if (target.closest("[hidden]")) showAll();
          let isNew = false;
          for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) {
            isNew ||= !part.open;
            part.open = true;
          }
          if (isNew) target.scrollIntoView();
        }
        addEventListener("hashchange", () => reveal(location.hash));
        document.addEventListener("click", (event) => {
          const link = event.target.closest("a[href^='#']");
          if (link) reveal(link.getAttribute("href"));
        });
        if (location.hash) reveal(location.hash);
        let opened = [];
        addEventListener("beforeprint", () => {
          opened = all("details:not([open])");
          for (const part of opened) part.open = true;
        });
        addEventListener("afterprint", () => { for (const part of opened) part.open = false; });
        if (navigator.clipboard) for (const button of all(".copy button")) {
          const letter = button.closest(".letter").querySelector(".text"), status = button.nextElementSibling;
          button.hidden = false;
          button.addEventListener("click", async () => {
            try {
              await navigator.clipboard.writeText(letter.innerText);
              status.textContent = by("say-copied").textContent;
            } catch {
              getSelection().selectAllChildren(letter);
              status.textContent = by("say-not-copied").textContent;
            }
          });
        }

        """#
}
