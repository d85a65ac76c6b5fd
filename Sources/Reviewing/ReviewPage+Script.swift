import Reporting

extension ReviewPage {
    /// The one script. Keys are told by their place on the keyboard, so they work with Thai letters switched on as well.
    static let script: Markup = state + show + act + export

    private static let state: Markup = #"""

        "use strict";
        const by = (id) => document.getElementById(id);
        const facts = JSON.parse(by("facts").textContent);
        const words = facts.words;
        const place = ["oit-review", facts.run, facts.report, facts.phase, facts.blind ? "blind" : "open"].join("/");
        const order = Array.from(document.querySelectorAll("#queue button")).map((button) => button.dataset.item);
        let kept = { reader: "", role: "reader", current: order[0], items: {} };
        try {
          const before = JSON.parse(localStorage.getItem(place));
          if (before && typeof before === "object" && before.items) kept = Object.assign(kept, before);
        } catch (error) { by("said").textContent = words.notKept; }
        if (!order.includes(kept.current)) kept.current = order[0];
        function keep() {
          try { localStorage.setItem(place, JSON.stringify(kept)); } catch (error) { by("said").textContent = words.notKept; }
        }
        const now = () => new Date().toISOString().replace(/\.\d+Z$/, "Z");
        const entry = (item) => kept.items[item] || (kept.items[item] = { said: "", reason: "", note: "", at: "" });
        function decision(item) {
          const said = (kept.items[item] || {}).said, machine = facts.items[item];
          if (!said) return "";
          if (said === "accept") return "accept";
          if (said === "cannot_tell") return machine === "undecided" && facts.blind ? "accept" : "cannot_tell";
          return said === machine ? "accept" : "overrule";
        }
        const lacksReason = (item) => decision(item) === "overrule" && entry(item).reason.trim().length < 3;

        """#

    private static let show: Markup = #"""
        function mark(item) {
          const button = document.querySelector("#queue button[data-item=\"" + item + "\"]");
          const what = decision(item);
          button.querySelector(".mark").textContent = what === "" ? "" : lacksReason(item) ? words.reasonMissing : words[what];
          button.classList.toggle("done", what !== "" && !lacksReason(item));
          if (item === kept.current) button.setAttribute("aria-current", "true");
          else button.removeAttribute("aria-current");
        }
        function show(item, focus) {
          if (!order.includes(item)) item = order[0];
          const before = kept.current;
          kept.current = item;
          for (const article of document.querySelectorAll("article")) article.hidden = article.dataset.item !== item;
          const article = by("i-" + item), own = kept.items[item] || {};
          article.classList.toggle("judged", Boolean(own.said));
          by("reason").value = own.reason || "";
          by("note").value = own.note || "";
          for (const button of document.querySelectorAll("[data-do]")) {
            if (["accept", "satisfied", "unsatisfied", "cannot_tell"].includes(button.dataset.do))
              button.setAttribute("aria-pressed", String(own.said === button.dataset.do));
          }
          by("reason").setAttribute("aria-invalid", String(lacksReason(item)));
          mark(before);
          mark(item);
          by("progress").textContent = order.filter((one) => decision(one) !== "" && !lacksReason(one)).length + " / " + order.length;
          look(article);
          if (focus) by("t-" + item).focus();
          keep();
        }
        // Pictures are read when their item is, and let go of afterwards; the first box is brought into view.
        function look(article) {
          for (const picture of document.querySelectorAll("img[data-picture]")) {
            if (!article.contains(picture)) { picture.removeAttribute("src"); continue; }
            if (!picture.hasAttribute("src")) picture.src = "data:image/webp;base64," + by(picture.dataset.picture).textContent;
          }
          const first = article.querySelector("img[data-picture]"), part = article.querySelector(".pictures");
          if (!first || !part) return;
          const box = Number(first.dataset.first) * first.clientWidth / Number(first.getAttribute("width"));
          part.scrollTop = Math.max(0, first.offsetTop - part.offsetTop + box - part.clientHeight / 3);
        }
        function widen() {
          document.body.classList.toggle("wide");
          look(by("i-" + kept.current));
        }
        function step(by) {
          const next = order.indexOf(kept.current) + by;
          if (next >= 0 && next < order.length) { show(order[next], true); window.scrollTo(0, 0); }
        }

        """#

    private static let act: Markup = #"""
        function judge(said) {
          const item = kept.current, own = entry(item);
          if (said === "accept" && facts.blind) return;
          own.said = said;
          own.at = now();
          show(item, false);
          if (lacksReason(item)) { by("said").textContent = words.giveReason; by("reason").focus(); }
          else by("said").textContent = order.indexOf(item) + 1 === order.length ? words.last : item.toUpperCase() + ": " + words[decision(item)];
        }
        function act(what) {
          if (what === "next") step(1);
          else if (what === "previous") step(-1);
          else judge(what);
        }
        for (const button of document.querySelectorAll("[data-do]")) button.addEventListener("click", () => act(button.dataset.do));
        for (const button of document.querySelectorAll("#queue button")) button.addEventListener("click", () => show(button.dataset.item, true));
        for (const name of ["reason", "note"]) by(name).addEventListener("input", () => {
          const own = entry(kept.current);
          own[name] = by(name).value;
          if (own.said) own.at = now();
          by("reason").setAttribute("aria-invalid", String(lacksReason(kept.current)));
          mark(kept.current);
          keep();
        });
        by("who").addEventListener("submit", (event) => event.preventDefault());
        by("reader").addEventListener("input", () => { kept.reader = by("reader").value; keep(); });
        by("role").addEventListener("change", () => { kept.role = by("role").value; keep(); });
        const keys = { KeyA: "accept", KeyS: "satisfied", KeyU: "unsatisfied", KeyC: "cannot_tell", KeyJ: "next", KeyK: "previous" };
        document.addEventListener("keydown", (event) => {
          const writes = event.target.matches("textarea, input, select");
          if (writes && (event.key === "Escape" || (event.key === "Enter" && event.ctrlKey))) {
            event.preventDefault();
            by("t-" + kept.current).focus();
            if (event.key === "Enter") step(1);
            return;
          }
          if (writes || event.ctrlKey || event.altKey || event.metaKey) return;
          if (event.code === "KeyN") { event.preventDefault(); by("note").focus(); return; }
          if (event.code === "KeyR") { event.preventDefault(); by("reason").focus(); return; }
          if (event.code === "KeyP") { event.preventDefault(); widen(); return; }
          if (event.code === "KeyE") { event.preventDefault(); save(); return; }
          if (keys[event.code]) { event.preventDefault(); act(keys[event.code]); }
        });

        """#

    private static let export: Markup = #"""
        function reading() {
          return { schema: "oit-review/1", run: facts.run, report: facts.report, reader: kept.reader.trim(), role: kept.role,
            phase: facts.phase, blind: facts.blind, exported_at: now(),
            items: Object.keys(facts.items).filter((item) => decision(item) !== "").map((item) => {
              const own = kept.items[item], what = decision(item);
              const one = { item, machine: facts.items[item], decision: what, reason: own.reason.trim(), note: own.note.trim(), at: own.at };
              if (what === "overrule") one.verdict = own.said;
              return one;
            }) };
        }
        function save() {
          const open = order.filter(lacksReason);
          if (kept.reader.trim() === "") { by("said").textContent = words.giveName; by("reader").focus(); return; }
          if (open.length > 0) { show(open[0], true); by("said").textContent = words.giveReason; by("reason").focus(); return; }
          const file = new Blob([JSON.stringify(reading(), null, 1) + "\n"], { type: "application/json" });
          const link = document.createElement("a");
          link.href = URL.createObjectURL(file);
          link.download = "review.json";
          link.click();
          URL.revokeObjectURL(link.href);
          by("said").textContent = words.exported;
        }
        by("export").addEventListener("click", save);
        by("reader").value = kept.reader;
        by("role").value = kept.role === "arbiter" ? "arbiter" : "reader";
        for (const item of order) mark(item);
        for (const part of ["who", "list", "decision"]) by(part).hidden = false;
        show(kept.current, false);

        """#
}
