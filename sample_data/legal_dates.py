"""The meetings of the legal team's plan that a workbook was sent for, by its as-at date."""

MAY21, SEP21, NOV21 = "2021-05-20", "2021-09-07", "2021-11-23"
JAN22, MAR22, MAY22 = "2022-01-25", "2022-03-22", "2022-05-24"
JUL22, SEP22, NOV22 = "2022-07-19", "2022-09-20", "2022-11-22"

MEETINGS = (MAY21, SEP21, NOV21, JAN22, MAR22, MAY22, JUL22, SEP22, NOV22)
