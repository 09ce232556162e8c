import pytest

from loaders.cells.key_words import suggested


@pytest.mark.parametrize(
    ("meaning", "status"),
    [
        ("on target", "in progress"),
        ("up to one month behind", "in progress"),
        ("recommendation achieved, monitoring no longer required", "complete"),
        ("Action not yet started", "not started"),
        ("not complete", "in progress"),
        ("over 75% complete", "in progress"),
        ("acceptable progress, continue monitoring", "in progress"),
        ("no longer required", "withdrawn"),
        ("on hold", "paused"),
        ("fundamental", ""),
        ("", ""),
    ],
)
def test_a_keys_words_suggest_a_status_or_nothing(meaning: str, status: str) -> None:
    assert suggested(meaning) == status
