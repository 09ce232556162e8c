"""What is said of a file that cannot be used as a template."""


class NotATemplate(Exception):
    """The file cannot be used as a template; the message says why and what to do."""
