"""What charts must know of the screen: whether the page is narrow, and whether it is dark."""

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
  // Streamlit changes its own colours with the system's; charts are drawn again for them.
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const turned = () => setTimeout(() => setStateValue('turned', system.matches), data.settles);
  system.addEventListener('change', turned);
  return () => {
    watch.disconnect();
    system.removeEventListener('change', turned);
  };
}
"""
SETTLES = 300
"""Milliseconds in which Streamlit has taken the other colours, and so tells of them."""
_measure = st.components.v2.component("screen_width", js=_SCRIPT)
_KEPT = "narrow_screen"


def measure() -> None:
    """Ask the browser how wide the page is; the script runs again where that changes the charts."""
    known = narrow()
    found = _measure(
        key="screen_width",
        data={"narrow": known, "enough": ENOUGH, "closed": CLOSED, "settles": SETTLES},
        default={"narrow": known, "turned": False},
        on_narrow_change=lambda: None,
        on_turned_change=lambda: None,
    )
    st.session_state[_KEPT] = bool(found.narrow)


def narrow() -> bool:
    """Whether charts should be drawn for a narrow page."""
    return bool(st.session_state.get(_KEPT, False))


def dark() -> bool:
    """Whether the page is dark, as its visitor's system is set."""
    return bool(st.context.theme.get("type") == "dark")
