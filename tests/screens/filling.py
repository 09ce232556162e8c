"""Filling in a form as an officer does, by the labels on the screen."""

from typing import Any

from streamlit.testing.v1 import AppTest

from store.database.engine import open_store
from store.said.judgements import judgements

OFFICER = "Improvement officer"


def field(app: AppTest, kind: str, label: str, place: str = "") -> Any:
    """The one field of a kind with this label, in the form at a place where it is given."""
    found = [
        one for one in getattr(app, kind) if one.label == label and place in str(one.key or "")
    ]
    assert len(found) == 1, [(one.label, one.key) for one in getattr(app, kind)]
    return found[0]


def press(app: AppTest, label: str) -> AppTest:
    """Press the one button with this label."""
    (button,) = [one for one in app.button if one.label == label]
    button.click().run()
    assert not app.exception, [e.message for e in app.exception]
    return app


def kept(kind: str, plan_id: int = 1) -> list[tuple[str, dict[str, Any], str]]:
    """What the store keeps of one kind: subject, value, by."""
    found = judgements(open_store(), plan_id)
    found = found[found["kind"] == kind]
    return list(zip(found["subject"], found["value"], found["by"], strict=True))


def placed(app: AppTest) -> AppTest:
    """The upload page once it is said that a file is the next of the plan's first source, which it
    is in spite of all that is odd about it; unchanged where nothing is asked."""
    for radio in [one for one in app.radio if str(one.key).startswith("source_")]:
        if radio.value is None:
            radio.set_value(int(str(radio.key).split("_")[2])).run()
    for box in [one for one in app.checkbox if str(one.key).startswith("doubt_")]:
        if not box.value:
            box.check().run()
    assert not app.exception
    return app
