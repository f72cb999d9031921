"""Becomes the command given as arguments, after asking Linux to end it when the supervisor dies.

A supervisor that is killed outright must not leave a web server on the port and a sync loop on the database.
Elsewhere than on Linux the command simply runs.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main(ouder: int, opdracht: list[str]) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != ouder:  # it died before we asked
            sys.exit(1)
    os.execvp(opdracht[0], opdracht)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
