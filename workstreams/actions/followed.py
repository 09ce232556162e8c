"""The names under which an officer's answer to "was 3.2, now 4.1" is recorded."""

from workstreams.actions.book import book
from workstreams.view import View


def link_names(view: View, place: int) -> tuple[str, str]:
    """Of the link at a place of ``tables.links_table``: the earlier name and the later one.

    The reference where there is one, else the wording in full.
    """
    link = book(view).lives.proposals.iloc[place]
    return _name(link["was_ref"], link["was_title"]), _name(link["now_ref"], link["now_title"])


def _name(ref: object, title: object) -> str:
    return next((text for text in (ref, title) if isinstance(text, str) and text.strip()), "")
