"""Commands in a mount namespace of their own: on a small disk that fills up, on a folder that can only be read."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts")

_COMPACTING = """
from engine.engine import Engine
Engine.open.__func__.__kwdefaults__["tail_limit"] = 100
from operations.cli import main
main()
"""
_PREAMBLE = """
cd {repository}
run() {{ name=$1; shift; {python} -m operations.cli --data "$@" --json >{out}/$name.json 2>{out}/$name.err; }}
compacting() {{ name=$1; shift; {python} {out}/compacting.py --data "$@" --json >{out}/$name.json 2>{out}/$name.err; }}
disk() {{ mkdir {out}/disk && mount -t tmpfs -o size=$1 tmpfs {out}/disk; }}
leave() {{ head -c $(($(stat -f -c '%a * %S' {out}/disk) - $1)) /dev/zero >{out}/disk/filling; }}
free() {{ rm {out}/disk/filling; }}
read_only() {{ mount --bind $1 $1 && mount -o remount,ro,bind $1; }}
"""


@dataclass(frozen=True)
class Mounts:
    """Where the documents of the commands come to lie."""

    out: Path

    def play(self, script: str, **places: object) -> None:
        """Run a shell script in a mount namespace of its own.

        `disk SIZE` mounts one at {out}/disk, `leave BYTES` fills it but for those, `free` empties it again;
        `read_only DIR` makes a folder so. `run NAME DATA WORDS…` runs the command, `compacting NAME DATA WORDS…` does
        so with a tail of 100 passages; `said` gives the document.
        """
        self.out.mkdir(exist_ok=True)
        (self.out / "compacting.py").write_text(_COMPACTING, encoding="utf8")
        named = {"out": self.out, "repository": REPOSITORY, "python": sys.executable, **places}
        place = self.out / "script.sh"
        place.write_text((_PREAMBLE + script).format(**named) + "\nexit 0\n", encoding="utf8")
        subprocess.run(["unshare", "--mount", "sh", str(place)], check=True, timeout=300)

    def said(self, name: str) -> dict[str, Any]:
        """Return the one document of a command; it must not have ended in a traceback."""
        complaint = (self.out / f"{name}.err").read_text(encoding="utf8")
        assert "Traceback" not in complaint, complaint
        loaded = json.loads((self.out / f"{name}.json").read_text(encoding="utf8"))
        assert isinstance(loaded, dict)
        return loaded

    def error(self, name: str) -> str:
        """Return the code of the error that a command ended with; its sentence stands on standard error too."""
        error = self.said(name)["error"]
        assert (self.out / f"{name}.err").read_text(encoding="utf8").endswith(f"rujukan: {error['message']}\n")
        return str(error["code"])
