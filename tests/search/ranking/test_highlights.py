"""Which words of a passage are marked."""

from search.ranking.highlights import highlights
from search.understanding.glossary import load
from search.understanding.understand import understand

NOISY = "PRES!DEN REPIJBUK INDONESIA menimbang bahwa Slandar Operasienal perlu ditetapkan"


def test_a_misread_word_is_marked_where_it_stands() -> None:
    marked = highlights(NOISY, understand("standar operasional", load()))
    assert [NOISY[start:end] for start, end in marked] == ["Slandar Operasienal"]
