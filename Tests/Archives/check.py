"""Archives of a run on loopback, before the public tools. Called by ./check with the program and an empty folder."""

import gzip
import http.server
import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import zipfile

import surt
from warcio.archiveiterator import ArchiveIterator

program, folder = sys.argv[1:3]
tools = os.path.dirname(sys.executable)
root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
os.chdir(folder)
environment = dict(os.environ, OIT_STORE=f"{folder}/store", TZ="Asia/Bangkok")
failures = []

BIG = b"<html><body>" + b"0123456789abcdef" * 60000 + b"</body></html>"
THAI = "<html><head><title>แผน</title></head><body><h1>โครงสร้างหน่วยงาน</h1></body></html>"


def expect(fact, *words):
    if not fact:
        failures.append(" ".join(str(word) for word in words))
        print("FAILED:", failures[-1], file=sys.stderr)


class Site(http.server.BaseHTTPRequestHandler):
    """A website with everything that makes archives difficult."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/moved":
            return self.answer(302, b"", {"Location": "/moved-again?b=2&a=1"})
        if path == "/moved-again":
            return self.answer(301, b"", {"Location": "/plan.html"})
        if path == "/packed":
            return self.answer(200, gzip.compress(THAI.encode()), {"Content-Encoding": "gzip"})
        if path == "/windows-874":
            return self.answer(200, THAI.encode("cp874"), {"Content-Type": "text/html; charset=windows-874"})
        if path == "/chunked":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"5\r\nhello\r\n7\r\n, world\r\n0\r\n\r\n")
            return None
        if path == "/big":
            return self.answer(200, BIG)
        if path == "/no-type":
            return self.answer(200, b"<p>x</p>", {"Content-Type": None})
        if path == "/title":
            return self.answer(200, b'<title>"\\ </script><img src=x>\x1b[31m\xe2\x80\xae</title><p>t</p>')
        if path == "/gone":
            return self.answer(410, b"gone")
        return self.answer(200, THAI.encode(), {"X-Odd": "\u0e01".encode().decode("latin-1")})

    def answer(self, status, body, headers={}):
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            if value is not None:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


class Authority(http.server.BaseHTTPRequestHandler):
    """A time-stamp authority: `openssl ts -reply`."""

    def do_POST(self):
        with open("query.tsq", "wb") as file:
            file.write(self.rfile.read(int(self.headers["Content-Length"])))
        subprocess.run(
            "openssl ts -reply -config tsa.cnf -section tsa -queryfile query.tsq -out reply.tsr",
            shell=True, check=True, capture_output=True)
        with open("reply.tsr", "rb") as file:
            body = file.read()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


def serve(handler):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def oit(*words, code=0, **more):
    result = subprocess.run([program, *words], capture_output=True, text=True, env={**environment, **more})
    expect(result.returncode == code, words, "ended with", result.returncode, result.stdout[-500:], result.stderr[-500:])
    return result.stdout + result.stderr


def tool(name, *words):
    result = subprocess.run([f"{tools}/{name}", *words], capture_output=True, text=True)
    expect(result.returncode == 0, name, words, result.stdout[-800:], result.stderr[-800:])
    return result.stdout


def make_run():
    port = serve(Site)
    base = f"http://127.0.0.1:{port}"
    paths = ["/moved", "/packed", "/windows-874", "/chunked", "/big", "/no-type", "/title", "/gone", "/plan.html",
             "/copy.html", "/แผน/ปี 2566.html?x=%25&PHPSESSID=0123456789abcdef0123456789abcdef&y", "//double//../slash/"]
    answers = [{"item": f"o{number}", "answer": True, "urls": [base + path]} for number, path in enumerate(paths, 1)]
    answers.append({"item": "o30", "answer": True, "urls": ["http://127.0.0.1:9/refused"]})
    with open("s.json", "w") as file:
        json.dump({"agency": {"name": "อบต.\"ตัวอย่าง</script>", "website": base + "/"}, "fiscal_year": 2566,
                   "answers": answers}, file, ensure_ascii=False)
    oit("audit", "s.json", "--as-of", "2023-05-15", "--output", "run", "--allow-network", "127.0.0.0/8",
        "--second-pass", "0", "--retries", "0", "--render", "never", "--quiet")
    return base


def check_warc():
    oit("dossier", "write", "run", "--warc", "--output", "a.warc.gz")
    tool("warcio", "check", "a.warc.gz")
    again = tool("cdxj-indexer", "--sort", "a.warc.gz")
    with open("a.cdxj") as file:
        expect(file.read() == again, "the index is not that of cdxj-indexer")
    kinds = set()
    with open("a.warc.gz", "rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            kinds.add(record.rec_type)
            body = record.content_stream().read()
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            if record.rec_type == "response" and address.endswith(("/packed", "/chunked")):
                expect(body in (THAI.encode(), b"hello, world"), "a body is not decoded", address)
                names = [name.lower() for name, _ in record.http_headers.headers]
                expect("content-encoding" not in names and "transfer-encoding" not in names, names)
                expect(any(name.startswith("x-archive-orig-") for name in names), names)
    expect(kinds == {"warcinfo", "request", "response", "metadata", "resource", "revisit"}, kinds)


def check_wacz():
    oit("dossier", "write", "run", "--output", "a.wacz")
    oit("dossier", "write", "run", "--wacz", "--output", "b.wacz")
    with open("a.wacz", "rb") as first, open("b.wacz", "rb") as second:
        expect(first.read() == second.read(), "the same run gave other bytes")
    oit("dossier", "seal", "run", "--output", "sealed.wacz")
    for name in ["a.wacz", "sealed.wacz"]:
        expect("is valid" in tool("wacz", "validate", "-f", name), name)
        with zipfile.ZipFile(name) as archive:
            expect(archive.testzip() is None, name, "has a damaged member")
    expect("not one byte" in oit("dossier", "verify", "sealed.wacz", "--language", "en"))
    oit("dossier", "verify", "a.wacz", code=1)
    oit("dossier", "verify", "s.json", code=1)
    oit("dossier", "verify", "missing", code=66)


def check_time_stamp():
    def run(line):
        subprocess.run(line, shell=True, check=True, capture_output=True)

    with open("tsa.cnf", "w") as file:
        file.write("""[tsa]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
certs = root.pem
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[ext]
extendedKeyUsage = critical,timeStamping
""")
    with open("serial", "w") as file:
        file.write("01\n")
    run("openssl req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -subj '/CN=Root' -days 30")
    run("openssl req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj '/CN=Clock of the test'")
    run("openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -out tsa.pem -days 30 -extfile tsa.cnf "
        "-extensions ext -set_serial 2")
    url = f"http://127.0.0.1:{serve(Authority)}/"
    oit("dossier", "seal", "run", "--output", "stamped.wacz", OIT_TSA_URL=url, OIT_TSA_CA="root.pem")
    trusted = oit("dossier", "verify", "stamped.wacz", "--language", "en", OIT_TSA_CA="root.pem")
    expect("Clock of the test" in trusted and "when it was sealed" not in trusted, trusted)
    distrusted = oit("dossier", "verify", "stamped.wacz", "--language", "en")
    expect("not trusted on this machine" in distrusted, distrusted)
    tool("wacz", "validate", "-f", "stamped.wacz")
    silent = oit("dossier", "seal", "run", "--output", "silent.wacz", OIT_TSA_URL="http://127.0.0.1:9/")
    expect("without time-stamp" in silent, silent)
    oit("dossier", "verify", "silent.wacz")


def check_keys(root):
    with open(f"{root}/ArchivingTests/SortKeyTests.swift") as file:
        pairs = re.findall(r'\("((?:http|urn)[^"]*)", "([^"]*)"\)', file.read())
    expect(len(pairs) > 10, "no table of keys")
    for address, key in pairs:
        expect(surt.surt(address) == key, address, key, surt.surt(address))


def check_replay(base):
    """Every indexed page comes out of pywb with its status and bytes."""
    os.mkdir("player")
    for words in (["init", "d"], ["add", "d", "../a.warc.gz"]):
        subprocess.run([f"{tools}/wb-manager", *words], cwd="player", check=True, capture_output=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    player = subprocess.Popen(
        [f"{tools}/wayback", "-p", str(port), "-b", "127.0.0.1"], cwd="player", stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *words):
            return None

    opener = urllib.request.build_opener(Stay)

    def replayed(moment, url):
        try:
            with opener.open(f"http://127.0.0.1:{port}/d/{moment}id_/{url}", timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.1)
        count = 0
        with open("a.cdxj") as file:
            for line in file:
                _, moment, rest = line.split(" ", 2)
                entry = json.loads(rest)
                if entry["url"].startswith("urn:"):
                    continue
                status, body = replayed(moment, entry["url"])
                expect(str(status) == entry["status"], "replayed as", status, entry)
                if entry["url"].endswith("/big"):
                    expect(body == BIG, "the bytes of", entry["url"], "came out as others")
                if entry["url"].endswith(("/plan.html", "/copy.html")):
                    expect(body == THAI.encode(), "the bytes of", entry["url"], "came out as others")
                count += 1
        expect(count >= 14, "only", count, "pages were replayed")
    finally:
        player.terminate()
        player.wait()


base = make_run()
for name, check in [("WARC", check_warc), ("WACZ", check_wacz), ("time-stamps", check_time_stamp),
                    ("keys", lambda: check_keys(root)), ("replay", lambda: check_replay(base))]:
    before = len(failures)
    check()
    print(f"{name}: {'failed' if len(failures) > before else 'good'}")
sys.exit(1 if failures else 0)
