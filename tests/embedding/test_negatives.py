from embedding.negatives import WordIndex

PASSAGES = [
    "Pengurus barang mencatat aset.",
    "Aset yang rusak berat dihapus dari daftar barang.",
    "Rapat dimulai pukul sembilan.",
]


def test_passages_that_share_rarer_words_come_first() -> None:
    assert WordIndex(PASSAGES).nearest("aset rusak berat", 5) == [1, 0]


def test_a_passage_without_a_shared_word_is_not_near() -> None:
    assert WordIndex(PASSAGES).nearest("kendaraan dinas", 5) == []


def test_no_more_passages_are_given_than_asked_for() -> None:
    assert WordIndex(PASSAGES).nearest("barang aset", 1) == [0]


def test_a_word_counts_once_however_often_it_is_asked() -> None:
    index = WordIndex(PASSAGES)
    assert index.nearest("rapat aset aset aset aset", 3) == index.nearest("rapat aset", 3)
