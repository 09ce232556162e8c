"""What a screen says, gathered from its elements."""

from collections.abc import Iterator

from streamlit.testing.v1 import AppTest

from workstreams.base import Workstream
from workstreams.sections import ALL_FIGURES, REST, THE_RECORDS, Topic


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


def questions(app: AppTest, workstream: Workstream) -> Iterator[AppTest]:
    """The page of a workstream as it opens, then with each of its questions open in turn."""
    yield app
    known = (*workstream.topics, Topic(REST, workstream.rest), ALL_FIGURES, THE_RECORDS)
    keys = {topic.question: topic.key for topic in known}
    control = f"{workstream.key}_ask"
    for question in app.pills(key=control).options:
        app.pills(key=control).set_value(keys[question]).run()
        assert not app.exception, [e.message for e in app.exception]
        yield app
