"""Python as it is on Windows, as far as that can be had elsewhere: it is loaded at every start.

What Windows lacks is taken away, what does something else there does that, and a file that is
opened without an encoding is an error, as there it would be another one.
"""

from __future__ import annotations

import os
import signal
import subprocess  # noqa: F401  (loaded while this system's own parts are there)
import sys
import warnings
from typing import Any

ABSENT = ("fcntl", "grp", "pwd", "readline", "resource", "syslog", "termios", "tty", "pty")
OF_OS = (
    *("chown", "fchmod", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getpgid"),
    *("getuid", "killpg", "mkfifo", "nice", "register_at_fork", "sched_getaffinity", "setpgid"),
    *("setsid", "statvfs"),
)
OF_SIGNAL = (
    "SIGHUP",
    "SIGKILL",
    "SIGUSR1",
    "alarm",
    "pthread_kill",
    "pthread_sigmask",
    "setitimer",
)
_kill = os.kill


def kill(process: int, number: int) -> None:
    """End a process on the spot, as Windows does for whatever signal."""
    if process == os.getpid():
        os._exit(number)
    _kill(process, 9)


def link(*_names: Any, **_options: Any) -> None:
    """Know no links, as on a disk for cameras."""
    raise OSError(1, "Operation not permitted")


for name in ABSENT:
    sys.modules[name] = None  # type: ignore[assignment]
for module, names in ((os, OF_OS), (signal, OF_SIGNAL)):
    for name in names:
        if hasattr(module, name):
            delattr(module, name)
os.kill, os.link = kill, link
warnings.filterwarnings("error", category=EncodingWarning, module="scenes|mathcore")
