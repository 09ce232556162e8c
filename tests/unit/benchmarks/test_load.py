"""Visitors whose page never comes, or who are cut off, are lost; the round goes on and ends."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.server import ServerConnection, serve

from benchmarks.visiting import rounds, sessions
from benchmarks.visiting.servers import Server

Manner = Callable[[ServerConnection, int], Awaitable[None]]
PAGES = ("overview", "actions")


def message(kind: str) -> bytes:
    made = ForwardMsg()
    if kind == "finished":
        made.script_finished = sessions.FINISHED
    elif kind == "dates":
        made.delta.new_element.selectbox.id = "as_at"
        made.delta.new_element.selectbox.label = "As at"
        made.delta.new_element.selectbox.options.extend(["2022-11-22", "2022-09-20"])
    else:
        made.delta.new_element.exception.message = "It failed"
    return made.SerializeToString()


async def whole(visitor: ServerConnection, _: int) -> None:
    await visitor.send(message("dates"))
    await visitor.send(message("finished"))


async def silent(visitor: ServerConnection, _: int) -> None:
    """Takes what is asked for and never answers."""


async def cut(visitor: ServerConnection, _: int) -> None:
    await visitor.close()


async def failing(visitor: ServerConnection, _: int) -> None:
    await visitor.send(message("failed"))


async def half(visitor: ServerConnection, asked: int) -> None:
    """Answers the first page and no other."""
    await (whole if asked == 1 else silent)(visitor, asked)


async def listless(visitor: ServerConnection, _: int) -> None:
    """A page without the list whose date is moved."""
    await visitor.send(message("finished"))


class Still(Server):
    memory = 0


@pytest.mark.parametrize(
    ("manner", "first", "moved"),
    [(whole, 4, 4), (silent, 2, 2), (cut, 2, 2), (failing, 2, 2), (half, 4, 2), (listless, 4, 2)],
)
def test_who_is_not_answered_is_lost_and_nobody_waits_for_them(
    manner: Manner, first: int, moved: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "PATIENCE", 0.3)
    monkeypatch.setattr(rounds, "VISITORS", 4)
    for pause in ("OVER", "READS", "WARMED", "LEFT"):
        monkeypatch.setattr(rounds, pause, 0.0)
    # In a thread of its own: a browser that another test opened keeps this one's loop running.
    with ThreadPoolExecutor(1) as alone:
        found = alone.submit(lambda: asyncio.run(asyncio.wait_for(met(manner), 20))).result()
    assert found.lost == 4 - moved
    assert len(found.answers["first page"]) == first
    assert len(found.answers["moving the date"]) == moved


async def met(manner: Manner) -> rounds.Round:
    """A round of a server that answers its first three visitors, and the others in its manner."""
    visitors: list[ServerConnection] = []

    async def answer(visitor: ServerConnection) -> None:
        visitors.append(visitor)
        own = whole if len(visitors) <= 3 else manner
        asked = 0
        async for _ in visitor:
            asked += 1
            await own(visitor, asked)

    async with serve(answer, "localhost", 0, subprotocols=["streamlit"]) as server:  # type: ignore[list-item]
        port = server.sockets[0].getsockname()[1]
        return await rounds.visited(Still(f"localhost:{port}", 0), PAGES, "")
