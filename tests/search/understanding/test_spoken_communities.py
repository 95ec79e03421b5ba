"""A community is a filter where a question calls it by its name or its unit's, and an ordinary question names none."""

import pytest

from catalog import communities
from catalog.database import Catalog
from search.understanding.spoken_communities import called, naming
from search.understanding.spoken_filters import SpokenFilter, spoken_filters

LEARNING = "Komunitas Pembelajar BPSDM"
KNOWN = naming(
    [(LEARNING, "BPSDM"), ("CoP Arsip", "DISPUSIP"), ("Pengadaan", "BPPBJ"), ("CoP Aset", "BPAD"), ("CoP Sewa", "BPAD")]
)


def found(text: str) -> dict[str, tuple[str, bool]]:
    return {one.name: (one.value, one.applied) for one in spoken_filters(text, KNOWN)}


@pytest.mark.parametrize(
    ("question", "community"),
    [
        ("SOP komunitas Pembelajar BPSDM tentang peminjaman kendaraan", LEARNING),
        ("SOP Komunitas BPSDM tentang peminjaman kendaraan", LEARNING),
        ("sop kombel bpsdm soal kendaraan?", LEARNING),
        ("notulen CoP Badan Pengembangan Sumber Daya Manusia tahun 2025", LEARNING),
        ("cari juknis penyusutan dari komunitas arsip", "CoP Arsip"),
        ("SOP peminjaman arsip milik CoP Dispusip", "CoP Arsip"),
        ("panduan yang disusun oleh komunitas praktisi pengadaan", "Pengadaan"),
        ("dokumen komunitas aset", "CoP Aset"),
    ],
)
def test_a_community_is_named_behind_a_word_for_communities(question: str, community: str) -> None:
    assert found(question)["community"] == (community, True)


def test_it_stands_beside_the_other_filters() -> None:
    told = found("SOP komunitas Pembelajar BPSDM tahun 2025 yang masih berlaku")
    assert told == {
        "kind": ("sop", True),
        "community": (LEARNING, True),
        "year": ("2025", True),
        "validity": ("berlaku", True),
    }


@pytest.mark.parametrize(
    "question",
    [
        "SK pembentukan komunitas Arsip",
        "Apa itu komunitas pembelajar BPSDM?",
        "siapa ketua komunitas arsip?",
        "SOP pembentukan komunitas pembelajar",
        "SOP pengelolaan arsip",
        "SOP pengadaan",
        "SOP layanan komunitas tuli",
        "panduan komunitas",
        "laporan kegiatan bersama dengan komunitas arsip",
        "SOP kerja sama antara Dinas Sosial dan komunitas arsip",
        "notulen rapat tentang CoP Arsip",
        "SOP CoP BPAD tentang sewa",
        "SOP komunitas Arsip Nasional tentang penyusutan",
        "juknis komunitas arsiparis",
    ],
)
def test_an_ordinary_question_about_communities_is_not_filtered(question: str) -> None:
    assert "community" not in {name for name, (_, applied) in found(question).items() if applied}


@pytest.mark.parametrize("question", ["SOP pembentukan komunitas arsip", "SOP komunitas arsip kota"])
def test_one_that_may_be_the_topic_is_offered_and_narrows_nothing(question: str) -> None:
    assert found(question) == {"community": ("CoP Arsip", False)}


def test_the_words_of_the_filter_are_told() -> None:
    (kind, named) = spoken_filters("SOP sewa dari CoP Aset?", KNOWN)
    assert (kind.words, named) == ("SOP", SpokenFilter("community", "CoP Aset", "dari CoP Aset", applied=True))


def test_a_wording_that_two_communities_could_mean_names_none() -> None:
    known = naming([("CoP Arsip", None), ("Komunitas Arsip", None), ("CoP Dinkes", None), ("Sehat", "DINKES")])
    assert "arsip" not in dict(known)
    assert "dinkes" not in dict(known)
    assert dict(known)["dinas kesehatan"] == "Sehat"


def test_without_communities_nothing_is_named(catalog: Catalog) -> None:
    assert called(catalog) == ()
    assert spoken_filters("SOP komunitas arsip tentang sewa") == ()


def test_communities_are_those_of_the_catalog(catalog: Catalog) -> None:
    with catalog.writing():
        communities.load_toml(catalog, '[[community]]\nname = "Komunitas  Pengelola (Aset)"\nunit = "BPAD"\n')
    (named,) = (one for one in spoken_filters("SOP CoP BPAD tentang sewa", called(catalog)) if one.name != "kind")
    assert named.value == "Komunitas  Pengelola (Aset)"
    (named,) = (one for one in spoken_filters("SOP CoP pengelola (aset)", called(catalog)) if one.name != "kind")
    assert named.value == "Komunitas  Pengelola (Aset)"
