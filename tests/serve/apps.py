"""Programs that stand in for the app behind a tab. All run by `python -c`."""

from __future__ import annotations

_PACKETS = """
import json, os, sys, time

def send(kind, data):
    sys.stdout.buffer.write(kind + len(data).to_bytes(4, "big") + data)
    sys.stdout.buffer.flush()

def say(**data):
    send(b"M", json.dumps(data).encode())

def packets():
    read = sys.stdin.buffer.read
    while kind := read(1):
        yield kind, read(int.from_bytes(read(4), "big"))

print("__GANGLION__", flush=True)
"""

ECHO = (
    _PACKETS
    + """
send(b"D", os.environ["COLUMNS"].encode())
for kind, data in packets():
    if kind == b"M":
        if json.loads(data)["type"] == "quit":
            break
    elif data == b"crash":
        sys.exit(3)
    elif data == b"leave":
        say(type="exit")
        break
    elif data == b"offer":
        for url in ("javascript:alert(1)", "file:///etc/passwd", "https://example.org/"):
            say(type="open_url", url=url, new_tab=True)
        say(type="deliver_file_start", key="k", path="/p", open_method="browser", mime_type="", encoding="")
        send(b"D", b"offered")
    else:
        send(b"D", data)
"""
)
"""Draws how wide it is, then whatever is typed; ends when it is asked to."""

STUBBORN = _PACKETS + 'send(b"D", str(os.getpid()).encode())\nwhile True: time.sleep(60)\n'
"""Draws its process's number and hears nothing."""

LOCKING = """
import fcntl, sys
from textual.app import App

class Locking(App):
    def on_ready(self):
        self.lock = open(sys.argv[1], "w")
        fcntl.flock(self.lock, fcntl.LOCK_EX)
        self.lock.write("held")
        self.lock.flush()

Locking().run()
"""
"""A Textual app that holds a lock on its argument while it runs."""

SERVER = """
import asyncio, sys
from storybank.serve.server import listen, serve
asyncio.run(serve(sys.argv[1:], listen(0), lambda link: print(link, flush=True)))
"""
"""A server of its own process for the command in its arguments; prints its link."""
