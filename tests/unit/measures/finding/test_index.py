"""What is found by words: whose text holds them, the best first, with the words around."""

from measures.finding.index import Entry, Index, around, find

TRAINING = Entry("Action", "Q1 · Train the team", "Q1 · Train the team · Head of legal", "actions")
OLDER = Entry("Update", "Q1 · Train the team", "Ten lawyers booked.", "actions", when="2021-05-20")
NEWER = Entry("Update", "Q1 · Train the team", "All lawyers trained.", "actions", when="2021-09-07")
MEANING = Entry("Definition", "Training coverage", "Who is trained and in date.", "definitions")
HERE = Index([TRAINING, OLDER, NEWER])


def found(text: str, *among: Index) -> list[Entry]:
    return [hit.entry for hit in find(text, among or (HERE,)).hits]


def test_every_word_must_be_there_and_one_of_them_in_its_own_text() -> None:
    assert found("legal team") == [TRAINING]
    assert found("legal zebra") == []
    # The name of its action alone finds no update; beside a word of its own it does.
    assert found("team") == [TRAINING]
    assert found("team booked") == [OLDER]


def test_other_endings_and_beginnings_count_and_the_word_itself_comes_first() -> None:
    assert found("trained") == [NEWER, TRAINING]
    assert found("lawyer") == [NEWER, OLDER]
    assert found("lawy") == [NEWER, OLDER]


def test_a_reference_is_not_another_that_begins_so() -> None:
    among = Index([Entry("Action", "", "Q1 one", "actions"), Entry("Action", "", "Q12", "actions")])
    assert [one.text for one in found("q1", among)] == ["Q1 one"]


def test_a_slip_is_taken_for_a_word_only_where_no_place_has_it_as_typed() -> None:
    told = find("lawyrs", (HERE,))
    assert [hit.entry for hit in told.hits] == [NEWER, OLDER]
    assert told.instead == {"lawyrs": ("lawyers",)}
    other = Index([Entry("Action", "", "Lawyrs", "actions")])
    assert [hit.place for hit in find("lawyrs", (HERE, other)).hits] == [1]
    assert find("lawyers", (HERE,)).instead == {}
    assert find("zebra", (HERE,)).instead == {"zebra": ()}


def test_each_find_says_in_which_place_it_stands() -> None:
    told = find("trained", (HERE, Index([MEANING]), Index([])))
    assert {(hit.place, hit.entry.kind) for hit in told.hits} == {
        (0, "Action"),
        (0, "Update"),
        (1, "Definition"),
    }


def test_nothing_typed_finds_nothing() -> None:
    assert found("") == []
    assert found(" …, ") == []


def test_the_words_around_the_first_hit_are_shown_and_the_hits_marked() -> None:
    (hit,) = find("booked", (HERE,)).hits
    assert around(hit.entry.text, hit.by) == [
        ("Ten lawyers ", False),
        ("booked", True),
        (".", False),
    ]
    long = "before " * 60 + "here it is " + "after " * 60
    pieces = around(long, frozenset({"here"}))
    assert ("here", True) in pieces
    told = "".join(piece for piece, _ in pieces)
    assert told.startswith("… before")
    assert told.endswith("after …")
    assert len(told) < 260
    assert around("Nothing of it", frozenset({"here"})) == [("Nothing of it", False)]
