"""Charts as drawn, looked at without a browser."""

from dataclasses import replace
from datetime import date
from html import unescape
from typing import get_args

import pandas as pd
import pytest

from charts import palette
from charts.draw import DRAWINGS, Width, draw, notes
from charts.layout.text import width
from charts.spec import Kind, Mark
from charts.theme import SIZES
from tests.made.charts import CHARTS, MEETINGS, UPLOADS, chart

WIDTHS: tuple[Width, ...] = get_args(Width)
ALONE = [width for width in WIDTHS if SIZES[width].alone]
BY_KEY = {one.key: one for one in CHARTS}


def named(figure, name):
    return [note for note in figure.layout.annotations if note.name == name]


def words(figure):
    return " ".join(note.text.replace("<br>", " ") for note in figure.layout.annotations)


def test_every_kind_of_chart_has_a_drawing_and_a_sample():
    assert set(DRAWINGS) == set(get_args(Kind)) == {one.kind for one in CHARTS}


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.key)
@pytest.mark.parametrize("size", ALONE)
def test_every_chart_carries_its_finding_subtitle_notes_and_source(one, size):
    figure = draw(one, size)
    (title,) = named(figure, "title")
    (subtitle,) = named(figure, "subtitle")
    (foot,) = named(figure, "foot")
    plain = title.text.replace("<br>", " ").removeprefix("<b>").removesuffix("</b>")
    assert unescape(plain) == one.finding
    assert subtitle.text.replace("<br>", " ") == one.subtitle
    said = foot.text.replace("<br>", " ")
    assert all(note in said for note in one.notes)
    assert said.endswith(f"Source: {one.source}")


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.key)
def test_inside_a_document_the_words_round_a_chart_are_the_documents(one):
    figure = draw(one, "page")
    assert not any(named(figure, name) for name in ("title", "subtitle", "foot", "banner"))
    assert figure.layout.height < draw(one, "report").layout.height
    assert all(note not in words(figure) for note in notes(one, "page"))


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.key)
def test_every_mark_leads_back_to_the_row_it_was_drawn_from(one):
    rows = set()
    for trace in draw(one).data:
        for place in trace.customdata if trace.customdata is not None else ():
            rows.add(int(place))
    assert rows <= set(range(len(one.data)))
    valued = one.data["value"].notna() & (one.data["value"] != 0)
    if one.kind == "dumbbell":
        valued = one.data["when"].notna()
    assert set(one.data.index[valued]) <= rows


def test_a_frame_with_an_index_of_its_own_still_leads_back_by_place():
    shifted = replace(BY_KEY["bars.few"], data=BY_KEY["bars.few"].data.set_axis(range(70, 75)))
    assert list(draw(shifted).data[0].customdata) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.key)
@pytest.mark.parametrize("size", ALONE)
def test_a_chart_without_rows_is_an_empty_picture_with_its_words(one, size):
    figure = draw(replace(one, data=one.data.iloc[0:0]), size)
    assert named(figure, "title")


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.key)
def test_what_officers_typed_is_never_markup(one):
    figure = draw(replace(one, finding="<b>5</b> < 6 & $x$", subtitle="<i>", source="<a>"))
    assert "&lt;b&gt;5&lt;/b&gt; &lt; 6 &amp; &#36;x&#36;" in words(figure)
    assert "<i>" not in words(figure)


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: one.key)
@pytest.mark.parametrize("size", ["report", "wide"])
def test_no_line_of_words_is_wider_than_its_picture(one, size):
    figure = draw(one, size)
    for name, type_size in (("title", 17), ("subtitle", 13), ("foot", 12)):
        for note in named(figure, name):
            for line in note.text.removeprefix("<b>").removesuffix("</b>").split("<br>"):
                assert width(unescape(line), type_size, bold=name == "title") <= figure.layout.width


def test_a_slide_is_16_by_9_however_much_it_holds():
    for one in CHARTS:
        size = draw(one, "wide").layout
        assert size.width * 9 == size.height * 16


def test_rows_that_do_not_fit_a_page_are_counted_in_the_picture():
    figure = draw(BY_KEY["dates.forty"], "report")
    assert figure.layout.height <= 880
    assert "of 40 rows are drawn; the table has all." in words(figure)
    assert "rows are drawn" not in words(draw(BY_KEY["dates.forty"], "screen"))


def test_without_words_a_page_says_the_title_itself():
    figure = draw(BY_KEY["trend.uploads"], words=False)
    assert not named(figure, "title")
    assert not named(figure, "subtitle")
    # What only the drawing knows stays in it.
    assert "A: The team moved to a new case system" in words(figure)


def test_a_missing_value_is_said_and_never_drawn_as_zero():
    figure = draw(BY_KEY["bars.few"])
    assert "no figure: the column was blank" in words(figure)
    trend = draw(BY_KEY["trend.rates"])
    assert trend.data[0].y[2] is None
    assert trend.data[0].connectgaps is False
    assert [note.text for note in named(trend, "gap")] == ["×"]


def test_a_part_too_small_for_its_figure_is_named_at_the_end_of_its_bar():
    ends = " ".join(note.text for note in named(draw(BY_KEY["stacked.uneven"]), "end"))
    assert "1 due by next" in ends.replace("<br>", " ")
    assert "due by next meeting: c" in ends.replace("<br>", " ")


def test_a_row_with_nothing_in_it_says_none():
    ends = [note.text for note in named(draw(BY_KEY["stacked.uneven"]), "end")]
    assert "none" in ends


def test_parts_stand_in_the_order_the_chart_fixes():
    figure = draw(BY_KEY["stacked.one"])
    starts = [trace.base[0] for trace in figure.data]
    assert [trace.name for trace in figure.data][0] == "Overdue"
    assert starts == sorted(starts)


def test_each_post_is_a_block_and_a_part_time_one_a_part_of_a_block():
    permanent = draw(BY_KEY["posts"]).data[0]
    lengths = [x for x, y in zip(permanent.x, permanent.y, strict=True) if y == permanent.y[1]]
    assert len(lengths) == 3
    assert lengths[0] == lengths[1] > lengths[2] > 0.5


def test_a_bridge_starts_each_step_where_the_last_one_ended():
    data = BY_KEY["bridge"].data
    spans = sorted(
        (y, base, base + x)
        for trace in draw(BY_KEY["bridge"]).data
        for x, y, base in zip(trace.x, trace.y, trace.base, strict=True)
    )
    assert [(start, end) for _, start, end in spans] == [
        (0, 21), (21, 26), (26, 27), (27, 24), (24, 23), (0, 23),
    ]  # fmt: skip
    assert len(spans) == len(data)


def test_meetings_are_lines_labelled_by_month():
    figure = draw(BY_KEY["trend.uploads"], "report")
    lines = {shape.x0 for shape in figure.layout.shapes if shape.x0 and shape.y1 == 1}
    assert {day.isoformat() for day in UPLOADS} <= lines
    assert "Nov 2022" in words(figure)
    assert "Dotted lines are committee meetings." in words(figure)
    assert MEETINGS[0].label not in words(figure)


def test_a_meeting_whose_label_has_no_room_is_dated_in_the_foot():
    near = [date(2021, 9, day) for day in (3, 8, 13, 18, 23)]
    crowded = replace(BY_KEY["trend.uploads"], marks=tuple(Mark(day, "") for day in near))
    figure = draw(crowded, "report")
    (foot,) = named(figure, "foot")
    said = foot.text.replace("<br>", " ")
    labels = [note.text for note in figure.layout.annotations if note.text == "Sep 2021"]
    assert len(labels) == 3
    assert "without a label: 3 September 2021 and 8 September 2021." in said
    many = [pd.Timestamp(2021, 9, 1) + pd.Timedelta(days=3 * place) for place in range(12)]
    crowd = replace(crowded, marks=tuple(Mark(day.date(), "") for day in many))
    assert "not all of them labelled" in words(draw(crowd, "report"))


def test_a_run_chart_names_its_signals_by_word_and_shape():
    figure = draw(BY_KEY["run.limits"])
    assert {note.text for note in named(figure, "key")} == {
        "No signal", "Improvement", "Concern", "Change, neither better nor worse",
    }  # fmt: skip
    points = [trace for trace in figure.data if trace.mode == "markers"]
    assert len({trace.marker.symbol for trace in points}) == 4
    assert "Mean 70%" in words(figure)


@pytest.mark.parametrize("size", ["report", "wide"])
def test_the_marks_of_a_run_chart_are_drawn_with_shape_letter_colour_and_words(size):
    one = BY_KEY["run.limits"]
    figure = draw(one, size)
    assert [unescape(note.text) for note in named(figure, "badge")] == [
        f"<b>{badge.letter}</b>" for badge in one.badges if badge.letter
    ]
    said = [note.text.replace("<br>", " ") for note in named(figure, "badge words")]
    assert said == [f"{badge.label}: {badge.words}" for badge in one.badges]
    fills = [shape.fillcolor for shape in figure.layout.shapes if shape.type == "path"]
    assert {palette.BADGES[badge.kind] for badge in one.badges} <= set(fills)
    assert not named(draw(one, size, words=False), "badge")


def test_notes_and_the_text_alternative_are_sentences():
    one = replace(
        BY_KEY["run.limits"], banner="Exempt", summary="It rose", notes=("A note", "Is it so?")
    )
    assert one.alt == f"Exempt. {one.finding}. It rose. {one.subtitle}."
    assert one.remarks[0] == "Variation: ▲ H, better, by more than the usual ups and downs."
    assert one.remarks[-2:] == ("A note.", "Is it so?")


def test_a_level_line_is_broken_where_it_steps():
    centre = next(t for t in draw(BY_KEY["run.limits"]).data if t.uid == "centre")
    assert None in centre.y


def test_a_run_without_signals_or_limits_has_no_key():
    figure = draw(BY_KEY["run.short"])
    assert not named(figure, "key")
    assert not [trace for trace in figure.data if trace.uid in {"upper", "lower", "target"}]


def test_a_grid_too_wide_for_a_phone_becomes_bars_with_every_cell():
    figure = draw(BY_KEY["grid.wide"], "narrow")
    assert figure.data[0].type == "bar"
    assert len(figure.data[0].y) == 36


def test_series_that_end_together_have_labels_apart():
    figure = draw(BY_KEY["trend.together"], "report")
    labels = sorted(note.ay for note in figure.layout.annotations if note.showarrow)
    gaps = [b - a for a, b in zip(labels, labels[1:], strict=False)]
    assert len(labels) == 5
    assert min(gaps) >= 16


def test_a_banner_stands_in_the_picture_and_leads_the_text_alternative():
    marked = replace(CHARTS[0], banner="Exempt: not for publication")
    assert "Exempt: not for publication" in words(draw(marked, "wide"))
    assert marked.alt.startswith("Exempt: not for publication")


def test_a_chart_of_one_huge_and_one_tiny_value_labels_both():
    figure = draw(chart("x", "bars", "f", {"label": ["a", "b"], "value": [1e9, 0.001]}), "report")
    assert len(named(figure, "end")) == 2


def test_dates_stay_ticks_at_the_days_counted_where_they_fit():
    figure = draw(BY_KEY["trend.rates"], "report")
    assert list(figure.layout.xaxis.ticktext)[0] == "30 Sep<br>2017"
    sixty = draw(BY_KEY["trend.sixty"], "report")
    assert {pd.Timestamp(day).day for day in sixty.layout.xaxis.tickvals} == {1}
