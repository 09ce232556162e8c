"""What the store says when it will not do something."""


class Refused(ValueError):
    """Nothing was stored; the message says why and what to do, in a sentence for the officer."""
