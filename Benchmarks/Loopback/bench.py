"""What the benchmarks share: the generated websites, submissions of them, and measured runs of programs."""
import json, os, pathlib, resource, shutil, signal, socket, subprocess, sys, time, urllib.parse, urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "oit-benchmarks"


def note(text):
    print(text, file=sys.stderr, flush=True)


def compiled():
    """Compiles the websites and the floor with -O2; gives their paths."""
    here, out = ROOT / "Benchmarks/Loopback", CACHE / "bin"
    out.mkdir(parents=True, exist_ok=True)
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        raise SystemExit("no C compiler: neither cc nor clang is on the PATH")
    xml = subprocess.check_output(["pkg-config", "--cflags", "--libs", "libxml-2.0"], text=True).split()
    for name, sources, libraries in [
        ("site", ["server.c", "site.c"], ["-lmicrohttpd", "-lpthread"]),
        ("floor", ["floor.c"], ["-lcurl", "-lcrypto", *xml]),
    ]:
        subprocess.check_call(
            [compiler, "-O2", "-Wall", "-Wextra", "-o", out / name, *[here / one for one in sources], *libraries])
    return out / "site", out / "floor"


def built(chosen=None):
    """The release program; built where none is named."""
    if chosen:
        return pathlib.Path(chosen).resolve()
    note("building the release program")
    subprocess.check_call(["swift", "build", "-c", "release", "--product", "oit"], cwd=ROOT, stdout=sys.stderr)
    folder = subprocess.check_output(
        ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, text=True).strip()
    return pathlib.Path(folder) / "oit"


class Site:
    """The websites of a scenario, served as long as the block lasts."""

    def __init__(self, program, folder, agencies, addresses, latency=(0, 0), stall=0, files=0, page_bytes=75000,
                 file_bytes=1000000):
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            self.port = one.getsockname()[1]
        self.folder, self.program = pathlib.Path(folder), program
        self.latency, self.stall, self.agencies = latency, stall, agencies
        self.options = [
            "--agencies", agencies, "--addresses", addresses, "--port", self.port, "--files", files,
            "--page-bytes", page_bytes, "--file-bytes", file_bytes, "--latency", *latency, "--stall", stall]
        self.options = [str(one) for one in self.options]

    def __enter__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        self.server = subprocess.Popen(
            [self.program, "--serve", *self.options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self.server.stdout.readline().strip() != "ready":
            raise SystemExit("the websites could not be served")
        rows = subprocess.check_output([self.program, "--list", *self.options], text=True).splitlines()
        self.rows = [tuple(row.split("\t")) for row in rows]
        self.write_lists()
        return self

    def __exit__(self, *_):
        self.server.stdin.close()
        self.server.wait()

    def write_lists(self):
        """One URL a line, agencies in turn: raw as submitted, and percent-encoded for programs that need it so."""
        by_agency = {}
        for agency, _, url in self.rows:
            by_agency.setdefault(agency, []).append(url)
        in_turn = [url for urls in zip(*by_agency.values()) for url in urls]
        self.raw, self.encoded = self.folder / "urls.txt", self.folder / "urls-encoded.txt"
        self.raw.write_text("".join(url + "\n" for url in in_turn))
        self.encoded.write_text("".join(encoded(url) + "\n" for url in in_turn))
        self.submissions = self.folder / "submissions"
        self.submissions.mkdir(exist_ok=True)
        for agency, urls in by_agency.items():
            host = urls[0].split("/")[2]
            answers = [{"item": f"o{item + 1}", "answer": True, "urls": urls[item::43], "explanation": ""}
                       for item in range(43) if urls[item::43]]
            name = f"องค์การบริหารส่วนตำบลทดสอบ {int(agency) + 1}"
            submission = {"agency": {"name": name, "website": f"http://{host}/", "type": "sao", "province": ""},
                          "fiscal_year": 2566, "answers": answers}
            (self.submissions / f"{int(agency):05}.json").write_text(json.dumps(submission, ensure_ascii=False))

    def control(self, word):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/control/{word}") as answer:
            return json.load(answer)


def encoded(url):
    return urllib.parse.quote(url, safe=":/?&=%")


def plain(url):
    """The same for every spelling of an address."""
    return urllib.parse.unquote(url.strip().strip("<>")).split("#")[0]


class Run:
    """One measured run of a program: seconds of wall and CPU, megabytes, what the server saw."""

    def __init__(self, site, command, limit=300, environment=None, folder=None):
        site.control("reset")
        out = open(site.folder / "stdout.txt", "w+")
        err = open(site.folder / "stderr.txt", "w+")
        began = time.monotonic()
        child = subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=folder or site.folder,
            env={**os.environ, **(environment or {})}, start_new_session=True)
        self.is_late = False

        def late(*_):
            self.is_late = True
            os.killpg(child.pid, signal.SIGKILL)

        signal.signal(signal.SIGALRM, late)
        signal.alarm(limit)
        _, status, usage = os.wait4(child.pid, 0)
        signal.alarm(0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.code = child.returncode
        self.wall = time.monotonic() - began
        self.cpu = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024
        self.seen = site.control("stats")
        out.seek(0), err.seek(0)
        self.out, self.err = out.read(), err.read()


def oit_options(_):
    return ["--year", "2566", "--allow-network", "127.0.0.0/8", "--second-pass", "1", "--data", ROOT]


def descriptors():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
