"""Labels that are cut stay labels of different things."""

import pytest

from workstreams.actions.draft import shortened_apart

LONG = "Improving the advice that children's social workers are given in court proceedings: "


@pytest.mark.parametrize("ends", [("first year", "second year"), ("a", "b", "c")])
def test_texts_that_begin_alike_are_told_apart(ends: tuple[str, ...]) -> None:
    texts = [f"{LONG}{end}" for end in ends]
    cut = shortened_apart([*texts, texts[0], "Short"], 60)
    assert len(set(cut[: len(ends)])) == len(ends)
    assert cut[len(ends)] == cut[0]
    assert cut[-1] == "Short"
    assert cut[1].endswith("… (2)")
