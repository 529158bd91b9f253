"""An SMS provider on loopback for tests: python sms.py FOLDER [--status N] [--answer TEXT] [--silent]

Prints "PORT n" when it listens. FOLDER gets N.json for each request. With --silent it takes a request and never answers.
"""
import argparse
import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--status", type=int, default=200)
parser.add_argument("--answer", default='{"status":"accepted"}')
parser.add_argument("--pad", type=int, default=0, help="octets before the answer")
parser.add_argument("--silent", action="store_true")
arguments = parser.parse_args()
arguments.answer = "." * arguments.pad + arguments.answer
counter = iter(range(1_000_000))


class Provider(BaseHTTPRequestHandler):
    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        if arguments.silent:
            threading.Event().wait()
        record = {"method": self.command, "path": self.path, "headers": {k.lower(): v for k, v in self.headers.items()},
                  "body": body}
        with open(f"{arguments.folder}/{next(counter)}.json", "w") as file:
            json.dump(record, file)
        self.send_response(arguments.status)
        if 300 <= arguments.status < 400:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", str(len(arguments.answer.encode())))
        self.end_headers()
        self.wfile.write(arguments.answer.encode())

    do_POST = do_PUT = do_GET = answer

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print("PORT", server.server_port, flush=True)
sys.stdin.read()
os._exit(0)
