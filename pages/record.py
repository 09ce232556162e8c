"""Record of recommendations: those of every plan, with answer, clock, actions and outcome."""

from ui.record import page

page.show()
