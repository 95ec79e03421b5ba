"""Whether a question asks for more than one thing: conditions, steps, members, what is forbidden."""

import re

_THINGS = (
    "dokumen|berkas|data|informasi|komponen|unsur|aspek|hal|barang|bahan|alat|kegiatan|pihak|instansi|jabatan|kelompok"
    "|bidang|orang|asas|prinsip"
)
_SEVERAL = re.compile(
    r"\b(?:(?:apa|siapa|mana|kapan)-?(?: saja| aja)|sebutkan|daftar|(?:per)?syarat\w*|alasan|hak|kewajiban|misi|visi"
    r"|tugas|fungsi|langkah|alur|tahap\w*|prosedur|cara|bagaimana|lampiran|kriteria|jenis|macam|komponen|unsur|larangan"
    rf"|isi|asas|prinsip|(?:dasar|landasan) hukum|(?:{_THINGS})(?: \w+)? apa(?! itu)|apa (?:\w+ )?(?:{_THINGS}))\b",
    re.IGNORECASE,
)


def asks_for_several(question: str) -> bool:
    """Tell whether a question in standard wording asks for a list."""
    return _SEVERAL.search(question) is not None
