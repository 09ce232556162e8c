"""How much memory a process holds, on each system, without a package for it."""

import subprocess
import sys
from pathlib import Path


def in_use(process: int) -> int:
    """The bytes of memory that a process holds now; 0 where that cannot be told."""
    if sys.platform == "win32":
        return _windows(process)
    status = Path(f"/proc/{process}/statm")
    if status.exists():
        try:
            return int(status.read_text().split()[1]) * 4096
        except (OSError, IndexError, ValueError):
            return 0
    asked = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return int(asked.stdout) * 1024 if asked.stdout.strip().isdigit() else 0


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Counters(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    def _windows(process: int) -> int:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.K32GetProcessMemoryInfo.argtypes = (
            *(wintypes.HANDLE, ctypes.POINTER(_Counters), wintypes.DWORD),
        )
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        handle = kernel.OpenProcess(0x1000, False, process)
        if not handle:
            return 0
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
        kernel.CloseHandle(handle)
        return int(counters.PagefileUsage)
