"""Analyses texts for another process: `python -m engine.analyst FD`, a connection of `multiprocessing`.

A list of texts comes in, a list of what each is found by goes out; the end of the connection is the end of it.
"""

import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from engine.analysed import analysed


def main() -> None:
    """Answer until the other side is gone, however it ended."""
    with Connection(int(sys.argv[1])) as asking, suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            asking.send(list(analysed(asking.recv())))


if __name__ == "__main__":
    main()
