"""Recommendations: the committee's words, the executive's answer and what became of each."""

from ui.recommendations import page

page.show()
