"""What a visitor takes away: made when it is asked for, of whoever may have it at that moment.

A page stands in a browser for hours. Somebody's role may be taken away, or their session end,
after its buttons were drawn; a button's file is made outside of any run of the page, so who is
asking is found anew here, for every download there is.
"""

import logging
from collections.abc import Callable, Sequence

import streamlit as st

from charts.picture.export import NoBrowser, NotDrawn
from reports.refusal import refusal
from store.access.roles import Right
from store.access.visitor import NotAllowed, acting, require
from store.database.engine import DatabaseFault
from store.refused import Refused
from ui.door import faults, visitor

Asks = Sequence[tuple[Right, int]]
"""Each right that a file asks for, and the plan that it is asked for in."""
NO_PLANS: Asks = ()
"""Of a file that holds nothing of any plan; whoever has a role may have it."""
NOT_NOW = (
    "This file was not made: you may no longer have what it would hold. Open the dashboard again, "
    "sign in where it asks you to, and ask whoever looks after it if you should have it."
)
FAILED = (
    "This file could not be made. The reason is in the server’s log, for whoever looks after this "
    "dashboard. Nothing that is stored was changed."
)
log = logging.getLogger(__name__)


def button(
    label: str,
    make: Callable[[], bytes | str],
    *,
    file_name: str,
    mime: str,
    asks: Asks,
    icon: str = ":material/download:",
    key: str | None = None,
) -> None:
    """A button that gives a file, which ``make`` makes once it is pressed, and only then.

    Where the visitor may not have it by then, the file says so and holds nothing else.
    """
    st.download_button(
        label,
        asked_again(make, asks, mime),
        file_name=file_name,
        mime=mime,
        icon=icon,
        on_click="ignore",
        key=key,
    )


def asked_again(
    make: Callable[[], bytes | str], asks: Asks, mime: str
) -> Callable[[], bytes | str]:
    """``make``, done by whoever the visitor of this run is at that moment, or a refusal.

    What else goes wrong is said in the file too, with one line in the log: Streamlit would write
    down all that an error says, which may be what a workbook says.
    """
    who = visitor.later()

    def made() -> bytes | str:
        found = who()
        try:
            with acting(found):
                if not found.roles:
                    raise NotAllowed(NOT_NOW)
                for right, plan_id in asks:
                    require(right, plan_id)
                return make()
        except NotAllowed:
            log.warning("A file was asked for by somebody who may no longer have it.")
            return refusal(mime, NOT_NOW)
        except (NoBrowser, NotDrawn) as why:
            return refusal(mime, str(why))
        except Exception as fault:
            faults.log_line(fault)
            stored = isinstance(fault, DatabaseFault | Refused)
            return refusal(mime, faults.said(fault) if stored else FAILED)

    return made
