"""How charts look beside their colours: lines told apart, and room that we decide."""

from charts import theme


def test_lines_differ_by_dash_and_marker_as_well_as_colour():
    assert len(set(theme.DASHES)) == len(set(theme.SYMBOLS)) == len(theme.DASHES)


def test_margins_are_never_left_to_the_library():
    layout = theme.TEMPLATE["layout"]
    assert layout["xaxis"]["automargin"] is False
    assert layout["yaxis"]["automargin"] is False
    assert layout["uniformtext"]["mode"] is False
