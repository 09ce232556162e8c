"""A button that puts a picture or a table on the visitor's clipboard, ready to paste into a report.

Streamlit has a button that copies text, and none for anything else.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping

import streamlit as st

from charts.picture.export import NoBrowser, NotDrawn

HTML = """
<button type="button"><span class="icon" aria-hidden="true">content_copy</span><span
class="label"></span></button> <span role="status"></span>
"""
CSS = """
:host { font-family: var(--st-font); font-size: var(--st-base-font-size); }
button {
  display: inline-flex; align-items: center; vertical-align: middle; gap: 0.5rem;
  min-height: 2.5rem; margin-right: 0.5rem;
  padding: 0.25rem 0.75rem; font: inherit; font-size: 0.875rem; cursor: pointer;
  color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
}
button:hover { color: var(--st-primary-color); border-color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
.icon { font-family: "Material Symbols Rounded"; font-size: 1.1rem; line-height: 1; }
[role="status"] { font-size: 0.875rem; color: var(--st-text-color); }
"""
# A browser lets a page write to the clipboard only at a key press or a click. The picture does not
# exist by then, so the click writes a promise, which the run that draws the picture keeps.
JS = """
const waiting = new WeakMap();
const blob = (type, base64) =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type });

export default function ({ data, parentElement, setTriggerValue }) {
  const said = parentElement.querySelector("[role=status]");
  parentElement.querySelector(".label").textContent = data.label;

  const asked = waiting.get(parentElement);
  const drawn = data.parts[data.later];
  if (asked && (drawn || data.failed)) {
    waiting.delete(parentElement);
    if (drawn) asked.given(blob(data.later, drawn));
    else asked.refused(data.failed);
  }

  parentElement.querySelector("button").onclick = async () => {
    let why = data.refused;
    said.textContent = "";
    try {
      const parts = {};
      const undrawn = data.later && !drawn;
      if (undrawn) {
        parts[data.later] = new Promise((given, reject) => {
          const refused = (reason) => { why = reason; reject(reason); };
          waiting.set(parentElement, { given, refused });
        });
        said.textContent = data.drawing;
      } else {
        for (const [type, text] of Object.entries(data.parts)) parts[type] = blob(type, text);
      }
      const written = navigator.clipboard.write([new ClipboardItem(parts)]);
      if (undrawn) setTriggerValue("asked", true);
      await written;
      said.textContent = data.done;
    } catch {
      said.textContent = why;
    }
  };
}
"""
DONE = "Copied. Paste it where you need it."
REFUSED = "Your browser does not let this page copy. Download it instead."
NAME = "copy_to_clipboard"
COPIER = st.components.v2.component(NAME, html=HTML, css=CSS, js=JS)


def text(label: str, parts: Mapping[str, str], key: str) -> None:
    """A button that copies text in one or more forms: the paster takes the richest it knows.

    ``parts`` are texts by media type ("text/plain", "text/html").
    """
    encoded = {form: b64encode(said.encode()).decode() for form, said in parts.items()}
    _mount(label, encoded, key)


def picture(label: str, draw: Callable[[], bytes], key: str) -> None:
    """A button that copies a PNG, which ``draw`` makes once it is asked for.

    Where it cannot be drawn, the reason is said beside the button.
    """
    parts: dict[str, str] = {}
    failed = ""
    if st.session_state.get(key, {}).get("asked"):
        try:
            parts = {"image/png": b64encode(draw()).decode()}
        except (NoBrowser, NotDrawn) as error:
            failed = str(error)
    _mount(label, parts, key, "image/png", failed)


def _mount(
    label: str,
    parts: Mapping[str, str],
    key: str,
    later: str = "",
    failed: str = "",
) -> None:
    COPIER(
        key=key,
        data={
            "label": label,
            "done": DONE,
            "drawing": "Drawing the picture …",
            "refused": REFUSED,
            "parts": dict(parts),
            "later": later,
            "failed": failed,
        },
        on_asked_change=lambda: None,
        width="content",
    )
