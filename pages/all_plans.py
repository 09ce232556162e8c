"""All plans: each in short, by committee; the first page where there is more than one."""

from ui.all_plans import page

page.show()
