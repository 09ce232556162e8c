"""How much processor time a process has used, on each system, without a package for it."""

import os
import subprocess
import sys
from pathlib import Path


def seconds_used(process: int) -> float:
    """Seconds of processor time since the process began; 0 where that cannot be told."""
    if sys.platform == "win32":
        return _windows(process)
    status = Path(f"/proc/{process}/stat")
    if Path("/proc/self/stat").exists():
        try:
            # The name of the program, in brackets, may hold spaces and brackets of its own.
            fields = status.read_text().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except (OSError, IndexError, ValueError):
            return 0.0
    asked = subprocess.run(
        ["ps", "-o", "cputime=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return from_clock(asked.stdout.strip())


def from_clock(shown: str) -> float:
    """The seconds of a time as ``ps`` prints it: "0:03.27", "01:02:03", "2-01:02:03"."""
    days, _, clock = shown.rpartition("-")
    seconds = 0.0
    try:
        for part in clock.split(":"):
            seconds = seconds * 60 + float(part)
        return float(days or 0) * 86_400 + seconds
    except ValueError:
        return 0.0


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    def _windows(process: int) -> float:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.GetProcessTimes.argtypes = (
            wintypes.HANDLE,
            *[ctypes.POINTER(wintypes.FILETIME)] * 4,
        )
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        handle = kernel.OpenProcess(0x1000, False, process)
        if not handle:
            return 0.0
        began, ended, system, own = (wintypes.FILETIME() for _ in range(4))
        kernel.GetProcessTimes(handle, began, ended, system, own)
        kernel.CloseHandle(handle)
        # In units of a ten-millionth of a second.
        return sum((t.dwHighDateTime << 32 | t.dwLowDateTime) for t in (system, own)) / 1e7
