"""A limit raised between two meetings gives nothing back of what either copy hides."""

from dataclasses import replace

import pytest

from reports import html
from reports import meeting as reporting
from store.refused import Refused
from store.settings import SMALL_NUMBER, change_setting, setting
from tests.attacker import attack, forms
from tests.attacker.learned import everything, leaks, lists, said
from tests.attacker.test_twins import looked_at


@pytest.mark.parametrize("limit", [10, 25])
def test_copies_with_a_raised_limit_tell_nothing_more(
    limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised = []
    for meeting in forms.with_cases()[4:]:
        shown = replace(looked_at(meeting), settings={SMALL_NUMBER: limit})
        monkeypatch.setattr(reporting, "view", lambda *_, shown=shown, **__: shown)
        page = html.write(forms.pack_of.__wrapped__(meeting))
        raised.append(attack.read(f"{meeting}.html", page, lists()))
    assert said(raised) - said(everything().values()), "the copies are the same"
    assert leaks(raised, solve=False) == []
    # What leaves every range as it was gives the sums nothing new.
    before = attack.known(said(everything().values()))
    assert attack.known(said([*everything().values(), *raised])) == before


def test_the_store_refuses_a_lower_limit_than_stood() -> None:
    plan = forms.met()[-1].plan_id
    change_setting(forms.engine(), plan, SMALL_NUMBER, 10, "Officer")
    for lower in (5, 9):
        with pytest.raises(Refused, match="can only be raised"):
            change_setting(forms.engine(), plan, SMALL_NUMBER, lower, "Officer")
    assert setting(forms.engine(), plan, SMALL_NUMBER) == 10
