"""Who is named and by when, in the words of minutes."""

from datetime import date

import pytest

from loaders.minutes.wording import dues, owners


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("AB to circulate the paper", "AB"),
        ("AB/CD to circulate the paper", "AB/CD"),
        ("The solicitor to the council to check the figures", "The solicitor to the council"),
        ("Comments to the Policy Lead to incorporate", ""),
        ("the Head of Finance be requested to report back", "the Head of Finance"),
        ("That the Director of Housing provide a note", "the Director of Housing"),
        ("Circulate the paper (AB)", "AB"),
        ("Circulate the paper – Head of Finance – 12 May", "Head of Finance"),
        ("That authority be delegated to the Clerk to sign the lease", "the Clerk"),
        ("Training be provided to councillors to help them", ""),
        ("A review to be undertaken of the process", ""),
        ("Letter to be sent by the Clerk", "the Clerk"),
        ("The strategy should be tied to projects", ""),
        ("Ask the trust to reply", "the trust"),
        ("All to send comments to the secretary", "All"),
        ("Board the ferry (Clerk, end of April)", "Clerk"),
        ("that the weir be visited (KT to arrange)", "KT"),
        ("T H A T the Director of Works report in May", "the Director of Works"),
        ("That the Cabinet Member for Schools publishes it", "the Cabinet Member for Schools"),
        ("requests that the Head of Legal include costs", "the Head of Legal"),
        ("the Clerk, in consultation with the Chair, be authorised to sign", "the Clerk"),
        ("The Treasurer also agreed to look", "The Treasurer"),
        ("Option B would take longer", ""),
        ("He would circulate the list", ""),
        ("The council aims to answer letters in ten days", ""),
    ],
)  # fmt: skip
def test_who_is_named(words: str, owner: str) -> None:
    assert owners.of(words) == owner


@pytest.mark.parametrize(
    ("words", "due", "day"),
    [
        ("to report by 31 March 2023", "by 31 March 2023", date(2023, 3, 31)),
        ("to report by Friday 31st March", "by Friday 31st March", date(2023, 3, 31)),
        ("to report by 31/03/23", "by 31/03/23", date(2023, 3, 31)),
        ("to report by the end of March", "by the end of March", None),
        ("to report back to the next meeting", "to the next meeting", None),
        ("to report within the next two weeks", "within the next two weeks", None),
        ("to report in six months", "in six months", None),
        ("in the next meeting (23 May 2023)",) * 2 + (date(2023, 5, 23),),
        ("to manage the site for a trial period of six months", "", None),
        ("to answer the letter received on 3 January 2023", "", None),
        ("to bring updates bi-monthly", "", None),
        ("to report by 31 February 2023", "by 31 February 2023", None),
        ("to report by 2 January", "by 2 January", None),
        ("to add it to the agenda for 9 May", "for 9 May", date(2023, 5, 9)),
        ("to report to the meeting of the Panel on 9 May",)
        + ("to the meeting of the Panel on 9 May", date(2023, 5, 9)),
        ("to be circulated after the meeting", "after the meeting", None),
        ("to answer what was circulated in May", "", None),
        ("to bring options to the May board", "to the May board", None),
    ],
)  # fmt: skip
def test_by_when_and_never_a_day_that_is_not_written(
    words: str, due: str, day: date | None
) -> None:
    assert dues.words(words) == due
    assert dues.day(due, date(2023, 2, 14)) == day


def test_without_the_meetings_date_a_day_without_a_year_is_no_date() -> None:
    assert dues.day("by 31 March", None) is None
