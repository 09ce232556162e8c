"""Whether the page is too narrow for the wide form of a chart: a phone, or half a laptop."""

import streamlit as st

ENOUGH = 640
"""Pixels of page width from which a chart in its wide form, which needs 600, is readable."""
CLOSED = 1000
"""Pixels of window under which a visit begins with the side bar closed."""

# The browser tells the server only when the answer changes, so a wide screen costs no rerun.
_SCRIPT = """
export default function ({ data, setStateValue }) {
  // Streamlit opens the side bar from 768 pixels on, where it takes a third of the page.
  if (!window.sideBarWasSeen && window.innerWidth < data.closed) {
    const bar = document.querySelector('[data-testid="stSidebar"][data-collapsed="false"]');
    bar?.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  }
  window.sideBarWasSeen = true;
  const page = document.querySelector('[data-testid="stMainBlockContainer"]');
  if (!page) return;
  let told = data.narrow;
  const look = () => {
    const style = getComputedStyle(page);
    const room = page.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const narrow = room < data.enough;
    if (room > 0 && narrow !== told) {
      told = narrow;
      setStateValue('narrow', narrow);
    }
  };
  const watch = new ResizeObserver(look);
  watch.observe(page);
  look();
  return () => watch.disconnect();
}
"""
_measure = st.components.v2.component("screen_width", js=_SCRIPT)
_KEPT = "narrow_screen"


def measure() -> None:
    """Ask the browser how wide the page is; the script runs again where that changes the charts."""
    known = narrow()
    found = _measure(
        key="screen_width",
        data={"narrow": known, "enough": ENOUGH, "closed": CLOSED},
        default={"narrow": known},
        on_narrow_change=lambda: None,
    )
    st.session_state[_KEPT] = bool(found.narrow)


def narrow() -> bool:
    """Whether charts should be drawn for a narrow page."""
    return bool(st.session_state.get(_KEPT, False))
