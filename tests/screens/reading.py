"""What a screen says, gathered from its elements."""

from collections.abc import Iterator
from urllib.parse import parse_qs

from streamlit.testing.v1 import AppTest


def said(app: AppTest) -> str:
    """Every text of a page: headings, sentences, figures and tables."""
    parts = [str(element.value) for element in (*app.title, *app.header, *app.subheader)]
    parts += [str(element.value) for element in (*app.markdown, *app.caption)]
    parts += [str(element.value) for element in (*app.info, *app.warning, *app.error, *app.success)]
    parts += [f"{metric.label} {metric.value}" for metric in app.metric]
    for table in app.table:
        parts += [" ".join(map(str, table.value.columns))]
        parts += [" ".join(map(str, row)) for row in table.value.itertuples(index=False)]
    return "\n".join(parts)


def opened_in_turn(app: AppTest) -> Iterator[AppTest]:
    """A page as it opens, then with each question or section of it open in turn."""
    yield app
    for control in [one.key for one in app.pills if str(one.key).endswith("_ask")]:
        for section in app.pills(key=control).options:
            app.pills(key=control).set_value(section).run()
            assert not app.exception, [e.message for e in app.exception]
            yield app


def parts_in_turn(app: AppTest) -> Iterator[AppTest]:
    """The page of definitions as it opens, then with each part that its contents lead to."""
    links = [link.proto.query_string for link in app.get("page_link")]
    parts = [part for link in links for part in parse_qs(link).get("ask", [])]
    assert parts
    yield app
    for part in parts:
        app.query_params["ask"] = part
        app.run()
        assert not app.exception, [e.message for e in app.exception]
        yield app
