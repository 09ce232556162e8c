"""A visitor without a browser: Streamlit's own messages over a websocket, as a page sends them."""

import asyncio
import ssl
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

FINISHED = ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY
PATIENCE = 120.0
"""Seconds after which a page that has not come is a lost session."""


@dataclass(frozen=True)
class Answer:
    """What one run of a page took to arrive: seconds, messages and bytes."""

    seconds: float
    messages: int
    size: int


class Session:
    """One visitor's connection. Use as ``async with Session("localhost:8501") as session``.

    ``secure`` speaks TLS, and trusts the certificate of any server measured here.
    """

    def __init__(self, host: str, secure: bool = False) -> None:
        self._host = host
        self._secure = secure
        self._widgets: dict[str, WidgetState] = {}
        self._options: dict[str, tuple[str, list[str]]] = {}

    async def __aenter__(self) -> Self:
        self._socket: ClientConnection = await connect(
            f"ws{'s' if self._secure else ''}://{self._host}/_stcore/stream",
            ssl=trusting() if self._secure else None,
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
            open_timeout=PATIENCE,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._socket.close()

    async def open(self, page: str, query: str = "") -> Answer:
        """Ask for a page by its address and wait for the whole of it.

        Raises:
            ConnectionError: The page said that it failed.
            TimeoutError: It has not come after ``PATIENCE`` seconds.
            websockets.exceptions.ConnectionClosed: The server ended the connection.
        """
        self._page, self._query = page, query
        self._widgets.clear()
        return await self._run()

    async def choose(self, label: str, number: int) -> Answer:
        """Move the list with this label to one of its options, and wait for the page again."""
        widget, options = self._options[label]
        self._widgets[widget] = WidgetState(id=widget, string_value=options[number])
        return await self._run()

    def options(self, label: str) -> int:
        """How many options the list with this label has."""
        return len(self._options[label][1])

    async def _run(self) -> Answer:
        asked = BackMsg()
        asked.rerun_script.query_string = self._query
        asked.rerun_script.page_name = self._page
        asked.rerun_script.widget_states.widgets.extend(self._widgets.values())
        async with asyncio.timeout(PATIENCE):
            return await self._answer(asked)

    async def _answer(self, asked: BackMsg) -> Answer:
        began, messages, size = time.perf_counter(), 0, 0
        await self._socket.send(asked.SerializeToString())
        async for data in self._socket:
            assert isinstance(data, bytes)
            messages, size = messages + 1, size + len(data)
            told = ForwardMsg.FromString(data)
            self._note(told)
            if told.WhichOneof("type") == "script_finished" and told.script_finished == FINISHED:
                return Answer(time.perf_counter() - began, messages, size)
        raise ConnectionError("the page did not finish")

    def _note(self, told: ForwardMsg) -> None:
        if told.WhichOneof("type") == "delta":
            element = told.delta.new_element
            kind = element.WhichOneof("type")
            if kind == "exception":
                raise ConnectionError(element.exception.message)
            if kind == "selectbox":
                listed = element.selectbox
                self._options[listed.label] = (listed.id, list(listed.options))
        elif told.WhichOneof("type") == "page_info_changed":
            self._query = told.page_info_changed.query_string


def trusting() -> ssl.SSLContext:
    """For a certificate that no authority has signed."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
