"""Ends this process and all it started when the parent is gone, even one that was killed."""

from __future__ import annotations

import os
import signal


def follow_parent() -> None:
    """Start a process that waits for standard input to close: the parent never writes there."""
    if not hasattr(os, "fork") or os.isatty(0):
        return
    target = os.getpid()
    if os.fork():
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    while True:
        try:
            if not os.read(0, 4096):
                break
        except OSError:
            break
    try:
        if os.getpgrp() == target:
            os.killpg(target, signal.SIGKILL)
        else:
            os.kill(target, signal.SIGKILL)
    except OSError:
        pass
    os._exit(0)
