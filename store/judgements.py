"""What officers record beside the workbook: evidence, the committee's word, reasons, notes.

Every judgement has one shape, whatever it is about:

| kind | subject | value | on |
| --- | --- | --- | --- |
| evidence | the action's reference | ``text``, ``link`` | the date it was given |
| acceptance | the action's reference | ``meeting`` (ISO date), ``text`` | the meeting |
| no longer listed | the action's reference | ``reason`` (one of ``GONE``), ``into`` (a reference), ``text`` | when |
| same action | the later reference | ``was`` (earlier reference), ``answer`` ("same", "different") | the later snapshot |
| commentary | the chart's key | ``text`` | the snapshot it was written for |
| step change | "measure key" or "measure key: series" | ``reason`` | the first date after the step |
| move reason | the action's reference | ``reason`` | the snapshot that moved the date |
| owner left | the owner as the file says it | ``text`` | the date they left |

A judgement is never changed: it is ended, and another is recorded.
"""
