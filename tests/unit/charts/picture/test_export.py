"""Pictures where there is no browser, and drawings that are the same each time."""

import pytest

from charts.picture.browsers import ADVICE
from charts.picture.export import NoBrowser, Pictures, browser, described
from reports.pictures import drawn, in_dots
from tests.made.charts import CHARTS

DRAWN = (
    '<svg class="main-svg" width="680" height="100"><defs id="defs-{name}"><clipPath '
    'id="clip{name}xy"/></defs><rect clip-path="url(#clip{name}xy)" width="680" height="100"/>'
    "</svg>"
)


@pytest.fixture
def no_browser(monkeypatch, tmp_path):
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "no-such-browser"))


def test_a_browser_that_is_not_there_is_said_with_what_to_do(no_browser):
    assert browser() == ""
    with pytest.raises(NoBrowser) as why, Pictures():
        pass
    assert str(why.value) == ADVICE
    assert "Install Google Chrome, Microsoft Edge or Chromium" in ADVICE


def test_a_browser_that_does_not_start_is_said_too(monkeypatch, tmp_path):
    broken = tmp_path / "browser"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(broken))
    with pytest.raises(NoBrowser, match="did not start"), Pictures():
        pass


def test_drawings_without_a_browser_are_none_and_say_why(no_browser):
    found = drawn([(CHARTS[0], "report")])
    assert found.get(CHARTS[0].key, "report") is None
    assert found.missing == ADVICE


def test_nothing_to_draw_opens_no_browser(no_browser):
    assert drawn([]).missing == ""


def test_plotlys_random_name_is_replaced_everywhere():
    first = described(DRAWN.format(name="a1b2c3").encode(), CHARTS[0])
    second = described(DRAWN.format(name="0f9e8d").encode(), CHARTS[0])
    assert first == second
    assert b"a1b2c3" not in first
    assert first.count(b"bars-few") == 3


def test_a_finding_with_marks_of_its_own_stays_text_in_the_drawing():
    svg = described(DRAWN.format(name="a1b2c3").encode(), CHARTS[1]).decode()
    assert "&lt;b&gt;22 November&lt;/b&gt; &amp; 5 &lt; 6" in svg


def test_a_drawing_becomes_dots_without_a_browser():
    png = in_dots(described(DRAWN.format(name="a1b2c3").encode(), CHARTS[0]), "report")
    assert png[:4] == b"\x89PNG"
    assert int.from_bytes(png[16:20]) == 1360
