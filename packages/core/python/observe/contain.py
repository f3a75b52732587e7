"""Cuts this process off from the network and counts what it starts, for notebooks of others. No sandbox."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from typing import Any

# The cell that runs, for what is said about it.
RUNNING: dict[str, Any] = {"cell": None}
MOST_PROCESSES = 64
LOCAL = (None, "", "localhost", b"localhost")
STARTS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn")
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000


class Contained(PermissionError):
    """The notebook asked for what ``--contain`` does not give."""


def contain_if_asked() -> None:
    """Contain this process when the environment says so."""
    if os.environ.get("CELLWRIGHT_CONTAIN") != "1":
        return
    is_cut = _leave_network()
    started = [0]
    told: set[str] = set()

    def refuse(what: str) -> None:
        line = json.dumps({"what": what, "cell": RUNNING["cell"]})
        if line not in told:
            told.add(line)
            os.write(2, ("cellwright-contained " + line + "\n").encode())
        raise Contained("--contain cuts off " + what)

    def audit(event: str, arguments: Any) -> None:
        if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
            address = arguments[1]
            if isinstance(address, tuple):
                refuse("the network (%s)" % (address[0],))
        elif event in ("socket.getaddrinfo", "socket.gethostbyname") and arguments[0] not in LOCAL:
            refuse("the network (%s)" % (arguments[0],))
        elif event in STARTS and not is_cut:
            refuse("another program (%s), which could reach the network" % (arguments[0],))
        if event in ("os.fork", "subprocess.Popen", "os.posix_spawn"):
            started[0] += 1
            if started[0] > MOST_PROCESSES:
                refuse("more than %d processes" % MOST_PROCESSES)

    sys.addaudithook(audit)


def _leave_network() -> bool:
    """Move to a network of our own, which has no way out, where the kernel lets us; then children have none either."""
    try:
        user, group = os.getuid(), os.getgid()
        if ctypes.CDLL(None).unshare(NEW_USER | NEW_NETWORK) != 0:
            return False
        for file, text in (
            ("setgroups", "deny"),
            ("uid_map", "%d %d 1" % (user, user)),
            ("gid_map", "%d %d 1" % (group, group)),
        ):
            with open("/proc/self/" + file, "w") as opened:
                opened.write(text)
        return True
    except (AttributeError, OSError):
        return False
