"""Runs the browser checks over a folder of reports: check.py FOLDER [WORD…]. Ends with 1 when one fails."""

import multiprocessing
import sys
import time
import traceback

import looks
import operation
import reviewing
import safety
from browser import Browser


def worker(folder, names, results):
    browser = Browser(folder)
    try:
        for name in iter(names.get, None):
            start = time.monotonic()
            problem = ""
            try:
                CHECKS[name](browser)
            except AssertionError as failed:
                problem = str(failed) or traceback.format_exc()
            except Exception:
                problem = traceback.format_exc()
            results.put((name, problem, time.monotonic() - start))
    finally:
        browser.close()


CHECKS = {**looks.checks(), **operation.checks(), **safety.checks(), **reviewing.checks()}


def main():
    folder, words = sys.argv[1], sys.argv[2:]
    chosen = [name for name in CHECKS if not words or any(word in name for word in words)]
    if not chosen:
        sys.exit("no check has that name; there are: " + ", ".join(CHECKS))
    names, results = multiprocessing.Queue(), multiprocessing.Queue()
    workers = [multiprocessing.Process(target=worker, args=(folder, names, results)) for _ in range(2)]
    for name in chosen + [None] * len(workers):
        names.put(name)
    for process in workers:
        process.start()
    failed = 0
    for _ in chosen:
        while True:
            try:
                name, problem, seconds = results.get(timeout=5)
                break
            except multiprocessing.queues.Empty:
                if not any(process.is_alive() for process in workers):
                    sys.exit("the browser ended before all checks were done")
        failed += bool(problem)
        print(f"{'FAILED' if problem else 'ok':6} {seconds:5.1f} s  {name}", flush=True)
        if problem:
            print("       " + problem.replace("\n", "\n       "), flush=True)
    for process in workers:
        process.join()
    print(f"{len(chosen)} browser checks, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
