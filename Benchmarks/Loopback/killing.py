"""Kills of everything that writes besides one audit: audits of several submissions, judging again, reports, pruning,
backups. What was there before must be there whole afterwards, and the same command run again must give what an
undisturbed one gives."""
import hashlib, json, pathlib, random, shutil, signal, sqlite3, subprocess, tempfile, time
from bench import ROOT, note

TIMES = {"started_at", "finished_at", "fetched_at", "run", "milliseconds"}


def timeless(value):
    """A report without what may differ between two runs: times, and the attempts that a resumed run made anew."""
    if isinstance(value, dict):
        return {key: timeless(one) for key, one in value.items() if key not in TIMES and key != "attempts"}
    return [timeless(one) for one in value] if isinstance(value, list) else value


def killed_after(seconds, command):
    """True when the program was still under way."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        child.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        child.kill()
        return child.wait() == -signal.SIGKILL  # it may have come to its end just before


def stored(store):
    """State and number of stored pages of each run, read from a copy: looking changes nothing that a killed program
    left. What the program says of itself is not asked."""
    if not (store / "oit.sqlite").exists():
        return []
    with tempfile.TemporaryDirectory(prefix="oit-look-") as folder:
        for path in store.glob("oit.sqlite*"):
            shutil.copy(path, folder)
        connection = sqlite3.connect(pathlib.Path(folder) / "oit.sqlite")
        try:
            return connection.execute(
                "SELECT state, (SELECT count(*) FROM fetches WHERE run = runs.key) FROM runs").fetchall()
        except sqlite3.DatabaseError:
            return []  # killed before it had any table
        finally:
            connection.close()


def words(parts):
    return [str(part) for part in parts]


class Commands:
    """Kills of each command in turn; `bad` counts what did not survive."""

    def __init__(self, program, site, count):
        self.program, self.site, self.count, self.bad = program, site, count, 0
        self.folder = site.folder
        self.out, self.store = site.folder / "out", site.folder / "store"

    def whole(self, *parts, codes=(0,)):
        run = subprocess.run(
            words([self.program, *parts]), capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300)
        if run.returncode not in codes:
            raise SystemExit(f"{parts[0]}: exit {run.returncode}: {run.stderr[-500:]}")
        return run

    def audit(self, *more, out=None, store=None):
        return ["audit", self.site.submissions, "--as-of", "2023-04-15", "--render", "never", "--no-progress",
                "--output", out or self.out, "--store", store or self.store, "--year", "2566", "--allow-network",
                "127.0.0.0/8", "--second-pass", "0", "--retries", "2", "--data", ROOT, *more]

    def reports(self):
        return {str(path.relative_to(self.out)): timeless(json.loads(path.read_text()))
                for path in sorted(self.out.rglob("report.json")) if "earlier" not in path.parts}

    def check(self, what, problems, done):
        if problems:
            self.bad += 1
            print(f"FAILS {what}: {'; '.join(problems)}", flush=True)

    def litter(self, folder):
        """Half-made files that a killed program left and the next one did not take away."""
        return [f"left behind: {path.name}" for path in folder.rglob("*")
                if ".new-" in path.name or ".writing-" in path.name or path.name.startswith(".oit-")]

    def unrepeated(self, before, kept, asked):
        """Each stored page stands for at least one request of an undisturbed audit, which is not made again."""
        again = self.site.control("stats")["requests"] - before
        return [f"{again} requests though {kept} pages of {asked} requests were stored"] if again > asked - kept else []

    def store_problems(self):
        run = subprocess.run(words([self.program, "store", "check", "--store", self.store]), capture_output=True,
                             text=True)
        return [] if run.returncode == 0 else [f"the store is not whole: {run.stdout[-300:]}{run.stderr[-200:]}"]

    def clear(self):
        for folder in [self.out, self.store]:
            shutil.rmtree(folder, ignore_errors=True)
        self.site.control("reset")

    def several(self):
        """An audit of several submissions, killed and resumed until it ends."""
        self.clear()
        began = time.monotonic()
        self.whole(*self.audit())
        length = time.monotonic() - began
        undisturbed, asked = self.reports(), self.site.control("stats")["requests"]
        note(f"several submissions: {length:.1f} s, {asked} requests, {len(undisturbed)} reports")
        done = 0
        while done < self.count:
            self.clear()
            more, problems, kills, before, kept = [], [], 0, 0, 0
            while killed_after(random.uniform(0, length), words([self.program, *self.audit(*more)])):
                done, kills, more = done + 1, kills + 1, ["--resume"]
                problems += self.unrepeated(before, kept, asked)
                before = self.site.control("stats")["requests"]
                kept = sum(pages for _, pages in stored(self.store))
                if done >= self.count or random.random() < 0.6:
                    self.whole(*self.audit("--resume"))
                    break
            done += not kills
            if kills:
                problems += self.unrepeated(before, kept, asked)
            problems += self.store_problems() + self.litter(self.out)
            found = self.reports()
            if found != undisturbed:
                missing = sorted(set(undisturbed) - set(found))
                problems.append(f"no report: {missing}" if missing else "another report")
            self.check(f"audit of several submissions after {kills} kills", problems, done)
        print(f"  {done} kills of audits of several submissions", flush=True)

    def repeated(self, what, command, prepare, look):
        """A command that is killed once, then run whole."""
        prepare()
        began = time.monotonic()
        self.whole(*command)
        length = time.monotonic() - began
        done = killed = 0
        for _ in range(self.count):
            prepare()
            killed += killed_after(random.uniform(0, length), words([self.program, *command]))
            done += 1
            problems = self.store_problems() + look(False)
            # A backup that had come to its end is there and never overwritten.
            self.whole(*command, codes=(0, 74) if what == "backup" else (0,))
            problems += self.store_problems() + look(True)
            self.check(what, problems, done)
        print(f"  {killed} kills of {what} ({length * 1000:.0f} ms each)", flush=True)

    def all(self):
        self.several()
        agency = next(path for path in sorted(self.out.iterdir()) if (path / "report.json").exists())
        run = json.loads((agency / "report.json").read_text())["run"]
        kept = self.folder / "kept-store"
        # The second runs are older than the first by the day of the assessment and the newest of nobody.
        self.whole(*self.audit(out=self.folder / "out-2"))
        for path in [kept, self.folder / "kept-out"]:
            shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(self.store, kept)
        original = (agency / "report.json").read_bytes()
        again = self.folder / "again"

        def fresh():
            shutil.rmtree(self.store, ignore_errors=True)
            shutil.copytree(kept, self.store)
            shutil.rmtree(again, ignore_errors=True)

        def unmoved():
            return [] if (agency / "report.json").read_bytes() == original else ["the report that was there moved"]

        def whole_json(path, must):
            if not path.exists():
                return [f"no {path.name}"] if must else []
            try:
                json.loads(path.read_text())
            except ValueError:
                return [f"half a {path.name}"]
            return []

        def regraded(must):
            return unmoved() + whole_json(again / "report.json", must) + (self.litter(again) if must else [])

        self.repeated("regrade", ["regrade", run, "--store", self.store, "--output", again, "--data", ROOT, "--quiet"],
                      fresh, regraded)

        formats = ["--format", "html,json,csv,xlsx,junit,badge"]
        fresh()
        self.whole("report", run, "--store", self.store, "--output", again, "--data", ROOT, "--quiet", *formats)
        expected = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in again.iterdir()
                    if path.is_file() and path.suffix not in (".xlsx", ".sqlite")}

        def reported(must):
            there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in again.iterdir()
                     if path.name in expected} if again.exists() else {}
            wrong = [name for name, digest in there.items() if digest != expected[name]]
            missing = sorted(set(expected) - set(there)) if must else []
            return ([f"half a file: {wrong}"] if wrong else []) + ([f"missing: {missing}"] if missing else []) + (
                self.litter(again) if must else [])

        self.repeated("report", ["report", run, "--store", self.store, "--output", again, "--data", ROOT, "--quiet",
                                 *formats], fresh, reported)

        def listed():
            return sorted(json.dumps(one, sort_keys=True) for one in json.loads(
                self.whole("store", "list", "--store", self.store, "--json").stdout))

        prune = ["store", "prune", "--older-than", "0", "--as-of", "2030-01-01", "--store", self.store, "--data", ROOT]
        fresh()
        self.whole(*prune)
        left = listed()
        note(f"prune leaves {len(left)} runs")
        self.repeated("prune", prune, fresh,
                      lambda must: ["other runs are left"] if must and listed() != left else [])

        copy = self.folder / "copy" / "oit.sqlite"

        def no_copy():
            fresh()
            shutil.rmtree(copy.parent, ignore_errors=True)
            copy.parent.mkdir()

        def copied(must):
            if not copy.exists():
                return ["no backup"] if must else []
            run = subprocess.run(words([self.program, "store", "check", "--store", copy.parent]), capture_output=True,
                                 text=True)
            return [] if run.returncode == 0 else [f"half a backup: {run.stdout[-200:]}{run.stderr[-200:]}"]

        self.repeated("backup", ["store", "backup", copy, "--store", self.store], no_copy, copied)
        return self.bad
