"""Work for a child process that takes time by the clock and none of the processor's."""

import time


def asleep(data: bytes, name: str) -> str:
    """Sleeps for as many seconds as the file says; answers with the file's name."""
    time.sleep(float(data))
    return name
