"""What a screen says, gathered from its elements."""

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
