"""Cutting two strings into segments: the cheapest cut, and trigrams that back off."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.names.multigram import Tables, Trigrams, by_history, from_tables

NOTHING = Trigrams(Tables({}), {}, 0)
MODEL = from_tables(
    segments=Tables({
        "^": {"^": 10}, "$": {"$": 10, "s$": 200}, "a": {"a": 100, "": 900}, "b": {"b": 100},
        "c": {"c": 100, "k": 300}, "s": {"s": 100}, "h": {"h": 100, "": 400}, "sh": {"š": 250},
    }),
    insertions={"s": 500},
    marginals={},
    gap=950,
    canonical=NOTHING,
    variant=NOTHING,
)  # fmt: skip


def test_the_cheapest_cut_wins():
    assert MODEL.cut("^sha$", "^ša$") == (370, [("^", "^"), ("sh", "š"), ("a", "a"), ("$", "$")])
    assert MODEL.cut("^ab$", "^abs$")[1][-1] == ("$", "s$")


def test_unheard_letters_fall_away_and_come_in_at_the_price_of_gaps():
    cost, cut = MODEL.cut("^xa$", "^ya$")
    assert cost == 10 + 950 + 950 + 100 + 10
    assert {("x", ""), ("", "y")} <= set(cut)


@given(st.text("abcshxyk", max_size=12), st.text("abcshxykš", max_size=12))
def test_a_cut_spells_both_strings_and_costs_what_its_segments_cost(left, right):
    left, right = f"^{left}$", f"^{right}$"
    cost, cut = MODEL.cut(left, right)
    assert "".join(a for a, _ in cut) == left
    assert "".join(b for _, b in cut) == right
    if left != right:
        assert cost == sum(_price(a, b) for a, b in cut)


def _price(a: str, b: str) -> int:
    return MODEL.cost(a, b) if a != b or MODEL.segments[a] else 2 * MODEL.gap


def test_trigrams_back_off_to_what_they_have_seen():
    model = Trigrams(by_history({"^a": 5, "^ab": 1, "b": 7, "$": 9}), {"ab": 3, "b": 2}, 50)
    assert model.cost("^ab$") == 5 + 1 + (3 + 2 + 9)
    assert model.cost("^az$") == 5 + 50 + 50 - 41
