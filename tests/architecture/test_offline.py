"""No socket is opened by any part of the program: seen from inside Python, and from the system below Qt and spaCy."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

# the two ends of a pipe to a worker are a pair of local sockets without a name: nobody else can reach them
HOOK = """
import sys
def forbid(event, arguments):
    if event == "socket.__new__" and arguments[1] == 1:
        return
    if event.startswith("socket.") and event not in ("socket.gethostname",):
        print("SOCKET", event, arguments[1:], file=sys.stderr, flush=True)
        raise PermissionError(event)
sys.addaudithook(forbid)
"""


def allowed(*command: str) -> list[str]:
    """Return a command to run others under, or nothing where it is not there or not allowed."""
    there = (
        shutil.which(command[0]) and not subprocess.run([*command, "true"], capture_output=True, check=False).returncode
    )
    return list(command) if there else []


def test_a_days_work_opens_no_socket_and_needs_no_network(tmp_path: Path) -> None:
    log = tmp_path / "trace"
    watched = allowed("strace", "-f", "-qq", "-o", str(log), "-e", "trace=socket,bind")
    before = [*allowed("unshare", "--map-root-user", "--net"), *watched]
    (tmp_path / "sitecustomize.py").write_text(HOOK)
    environment = os.environ | {
        "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(tmp_path / "home"),
    }
    command = [*before, sys.executable, "-m", "tests.architecture.offline", str(tmp_path)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
    assert "SOCKET" not in ran.stderr, ran.stderr
    assert ran.returncode == 0, ran.stderr
    if watched:  # below Python too: Qt, spaCy, SQLite
        assert re.findall(r".*(?:AF_INET6?|AF_NETLINK|AF_PACKET|bind\().*", log.read_text()) == []


def test_the_hook_would_have_noticed(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(HOOK)
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "SOCKET socket.getaddrinfo" in ran.stderr
