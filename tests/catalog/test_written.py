"""Papers written in the page: the same words make the same file, and the file gives the words back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import written
from catalog.errors import RujukanError
from catalog.template import cleaned
from catalog.written import FORMS, SHORT

WORDS = st.text("ab #\\\n:é-", max_size=40)


def test_a_lesson_is_markdown_with_the_headings_of_the_template() -> None:
    said = {"judul": "Banjir  di gudang", "konteks": "Air masuk.\r\n# bukan judul", "tema": "gudang, banjir", "x": "y"}
    made = written.markdown(FORMS["lesson"], said)
    assert made == (
        "# Lesson learned: Banjir di gudang\n\n## Tema dan kata kunci\n\ngudang, banjir\n\n"
        "## Konteks atau masalah\n\nAir masuk.\n\\# bukan judul\n"
    )
    assert written.file_name(FORMS["lesson"], said) == "Lesson learned Banjir di gudang.md"


@pytest.mark.parametrize("said", [{}, {"judul": " "}, {"judul": "x" * 201}, {"judul": "Rapat", "ringkasan": "isi"}])
def test_what_says_nothing_is_no_paper(said: dict[str, str]) -> None:
    with pytest.raises(RujukanError):
        written.markdown(FORMS["notulen"], said)


@settings(max_examples=60)
@given(st.sampled_from(sorted(FORMS)), st.data())
def test_every_paper_is_read_back_into_its_fields(kind: str, data: st.DataObject) -> None:
    form = FORMS[kind]
    said = {name: data.draw(WORDS) for name in form.fields[5:9]} | {"judul": "Judul: satu", form.fields[-1]: "isi"}
    texts = {name: cleaned(name, text) for name, text in said.items()}
    expected = {name: " ".join(text.split()) if name in SHORT else text for name, text in texts.items() if text}
    assert written.read(written.markdown(form, said)) == expected


@pytest.mark.parametrize(
    "text", ["", "# Judul biasa\n\n## Konteks atau masalah\n\nx", "Lesson learned: x", "# Notulen"]
)
def test_another_paper_gives_no_fields(text: str) -> None:
    assert written.read(text) == {}
