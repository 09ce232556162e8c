"""A cell that was written reads back as what was written."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from loaders.cells import dates, percentages, readers

DAYS = st.dates(date(1980, 1, 1), date(2079, 12, 31))


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%d %B %Y", "%Y-%m-%d", "%d-%b-%Y"]))
def test_a_written_day_reads_back(day: date, form: str) -> None:
    assert readers.day.read(day.strftime(form)) == day


@given(DAYS)
def test_an_excel_number_reads_back_as_its_day(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    assert dates.from_serial(serial) == day


@given(DAYS)
def test_a_month_reads_back_as_its_first_and_last_day(day: date) -> None:
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    span = dates.span(day.strftime("%b %Y"))
    assert span is not None
    assert (span.first, span.last) == (first, last)


@given(st.floats(-1e9, 1e9, allow_nan=False))
def test_a_number_reads_back(number: float) -> None:
    assert readers.number.read(number) == number


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_reads_back_with_and_without_thousands(number: int) -> None:
    assert readers.whole.read(f"{number:,}") == number
    assert readers.whole.read(str(number)) == number


@given(st.integers(0, 100))
def test_a_percentage_reads_back_as_a_share(number: int) -> None:
    assert abs(percentages.percent.read(f"{number}%") - number / 100) < 1e-12


@given(st.text(min_size=1))
def test_text_never_fails_and_never_grows_spaces(typed: str) -> None:
    read = readers.text.read(typed)
    assert read == " ".join(typed.split())


@given(st.text())
def test_whatever_is_typed_a_date_is_read_noted_or_refused_in_words(typed: str) -> None:
    try:
        read = readers.day.read(typed)
    except readers.Unreadable as refused:
        read = str(refused)
    assert isinstance(read, date | readers.Noted) or read.endswith(".")
