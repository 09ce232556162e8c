"""The page that somebody asked for before they signed in: a link that is passed on leads there.

The provider sends everybody back to the bare address. What they came for is kept here meanwhile,
under the cookie by which Streamlit knows a browser, and given out once.
"""

from collections import OrderedDict
from threading import Lock
from urllib.parse import urlsplit

import streamlit as st

COOKIE = "_streamlit_xsrf"
MOST = 1000
"""Browsers that may be signing in at the same time; the first is forgotten first."""
_kept: OrderedDict[str, tuple[str, dict[str, str]]] = OrderedDict()
_lock = Lock()


def remember() -> None:
    """Keep the page and the plan that this browser's address asks for."""
    browser = _browser()
    path = urlsplit(st.context.url or "").path.rstrip("/").rpartition("/")[2]
    if browser and path:
        with _lock:
            _kept[browser] = path, st.query_params.to_dict()
            _kept.move_to_end(browser)
            while len(_kept) > MOST:
                _kept.popitem(last=False)


def take() -> tuple[str, dict[str, str]]:
    """The page's address and what stood behind it, once; "" where nothing was kept."""
    with _lock:
        return _kept.pop(_browser(), ("", {}))


def _browser() -> str:
    """What the cookie says under its mask, which is another each time; "" where there is none."""
    try:
        _, mask, masked, _ = (st.context.cookies.get(COOKIE) or "").split("|")
        over = bytes.fromhex(mask)
        told = bytes.fromhex(masked)
        return bytes(one ^ over[at % len(over)] for at, one in enumerate(told)).hex()
    except (ValueError, ZeroDivisionError):
        return ""
