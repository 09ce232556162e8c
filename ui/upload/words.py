"""A plan's own words in columns that hold one of some words: what each means, asked once."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from loaders.choices import Choices
from loaders.columns.own_meanings import key, proposed
from loaders.outcome import Checked
from ui.shell.wording import as_typed
from ui.upload.visit import answers
from workstreams import TABLES
from workstreams.wording import counted, sentence

BY_KEY = {table.key: table for table in TABLES}


@dataclass(frozen=True)
class Column:
    """One column of a file with words of its own, each with how many rows hold it.

    ``meanings`` are the words that it may hold.
    """

    table: str
    field: str
    sheet: str
    heading: str
    meanings: tuple[str, ...]
    words: Mapping[str, int]

    def proposed(self, word: str, choices: Choices) -> str:
        """What a word means: as was said, else as its parts tell; "" where nothing does."""
        said = choices.words.get(self.table, {}).get(key(self.field, word))
        return said or proposed(BY_KEY[self.table][self.field].kind, word)


def columns(checked: Checked) -> list[Column]:
    """The columns with words of their own, those of one field together."""
    found: dict[tuple[str, str], Column] = {}
    for reading in checked.readings:
        for field, words in reading.words.items():
            if reading.table not in BY_KEY:
                continue
            place = reading.table, field
            before = found[place].words if place in found else {}
            both = {word: before.get(word, 0) + words.get(word, 0) for word in {**before, **words}}
            kind = BY_KEY[reading.table][field].kind
            heading = " ".join(reading.fields.get(field, "").split())
            sheet = found[place].sheet if place in found else reading.sheet
            found[place] = Column(*place, sheet, heading, kind.words, both)
    return list(found.values())


def fields(checked: Checked, choices: Choices) -> dict[str, dict[str, str]]:
    """The fields of a form that ask what each word means; the answers, by table."""
    picked: dict[str, dict[str, str]] = {}
    for column in columns(checked):
        place = f"{answers.mark(checked.file)}_{column.table}_{column.field}"
        where = f"Under “{column.heading}”" if column.heading else "In the cells"
        st.markdown(as_typed(f"**{where} on {column.sheet}**"))
        likely = {word: column.proposed(word, choices) for word in column.words}
        every = None
        if len(column.words) > 1:
            every = st.selectbox(
                as_typed(f"All {len(column.words)} words mean"),
                column.meanings,
                index=None,
                format_func=sentence,
                placeholder="Choose for each below, or here for all of these",
                # Once it is answered the box is empty again, and each word bears its answer.
                key=f"words_{place}_{'_'.join(likely.values())}",
            )
        with st.grid(min_column_width=260):
            for word, times in column.words.items():
                said = st.selectbox(
                    as_typed(f"“{word}” ({counted(times, 'row')}) means"),
                    column.meanings,
                    index=_place(likely[word], column.meanings),
                    format_func=sentence,
                    placeholder="Choose what it means",
                    key=f"word_{place}_{word}_{likely[word]}",
                )
                if meaning := every or said:
                    picked.setdefault(column.table, {})[key(column.field, word)] = meaning
    return picked


def _place(meaning: str, meanings: tuple[str, ...]) -> int | None:
    return meanings.index(meaning) if meaning in meanings else None
