"""Runs a command and prints what it and its children took: CPU seconds (user and system), exit code, peak MiB of memory.

A command is ended after a minute of CPU time.
"""

import os
import resource
import sys

MOST_SECONDS = 60

if __name__ == "__main__":
    child = os.fork()
    if child == 0:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        os.execvp(sys.argv[1], sys.argv[1:])
    _, status, usage = os.wait4(child, 0)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    print(usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status), usage.ru_maxrss / unit)
