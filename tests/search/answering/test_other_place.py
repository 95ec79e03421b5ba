"""Whether a text is of another place of the kind that is asked for."""

import pytest

from search.answering.other_place import is_of_another_place


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("jumlah penduduk desa Melatiraya berapa", "Desa Mawarindah dihuni 598 jiwa."),
        ("Berapa nilai kontrak lift di RSD Balung?", "Perencanaan Lift | RSD dr. Soebandi | 44000000"),
        (
            "Kabupaten Toba Samosir terdiri dari berapa kecamatan?",
            "Kabupaten Mandailing Natal terdiri dari 8 kecamatan.",
        ),
        ("nilai pos pantau di Kecamatan Puger", "Pos Pantau di Kec. Silo | 62122000"),
    ],
)
def test_a_line_of_another_place_of_the_kind_is_told(question: str, text: str) -> None:
    assert is_of_another_place(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("jumlah penduduk desa Melatiraya berapa", "DESA MELATIRAYA: 598 jiwa"),
        ("jumlah penduduk desa Melatiraya berapa", "Penduduk 598 jiwa, terdiri dari 289 laki-laki."),
        ("nilai jalan di Kecamatan Ajung", "Jalan Desa Rowoindah | 49941000"),
        ("batas timur Desa Melatiraya apa?", "Sebelah timur berbatasan dengan Desa Mawarindah."),
        ("kecamatan mana di Kabupaten Jember yang terluas", "Kecamatan Silo di Kabupaten Bondowoso"),
        ("Setelah Kecamatan Mawar dibentuk, ada berapa desa?", "Kini ada 17 kecamatan, yang terluas Kecamatan Melati."),
        ("siapa lurah", "Lurah Kelurahan Gambir"),
        ("syarat pindah ke kota lain", "Pemohon dari Kota Bogor membawa surat pindah."),
        ("tarif di Kota Depok", "Tarif kabupaten/kota ditetapkan wali kota."),
    ],
)
def test_the_place_itself_no_place_and_other_kinds_are_none(question: str, text: str) -> None:
    assert not is_of_another_place(question, text)
