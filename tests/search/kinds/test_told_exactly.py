"""How a text looks that tells what a question names."""

import pytest

from search.kinds.answer_kinds import fits, fits_exactly, wanted


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        (
            "berapa hari orientasinya",
            "Orientasi berlangsung satu\nhari.",
            "Pendamping bertugas sekurang-kurangnya satu tahun.",
        ),
        ("berapa hari kerja", "paling lambat 10 (sepuluh) hari kerja", "paling lama dua minggu"),
        ("berapa orang pesertanya", "diikuti 12 (dua belas) orang", "diikuti 3 komunitas"),
        ("berapa unit laptopnya", "2 | Laptop guru | 60 | unit", "2 | Laptop guru | 60 | buah"),
        ("berapa kali bertemu", "paling sedikit satu kali setiap triwulan", "pertemuan diadakan berkala"),
        ("siapa itu wajib pajak?", "5. Wajib Pajak adalah orang pribadi", "Wajib pajak membayar lunas."),
        ("apa itu SPOP", "Beda: SPOP (Surat Pemberitahuan Objek Pajak) memuat data", "Isi SPOP dan LSPOP."),
        ("apa itu NJOPTKP?", "3. NJOPTKP adalah bagian NJOP", "luas yang ditulis pada NJOPTKP adalah luas tanah"),
        ("pengertian pajak daerah", 'Yang dimaksud dengan "Pajak Daerah" adalah iuran', "Pajak adalah iuran"),
        ("kepanjangan dbkb", "DBKB | Daftar Biaya Komponen Bangunan", "DBKB naik tiap tahun"),
        (
            "apa kepanjangan PPID?",
            "Pejabat Pengelola Informasi dan\nDokumentasi (PPID)",
            "Bidang Informasi selaku PPID",
        ),
        ("SPOP artinya apa", "SPOP adalah formulir", "LSPOP adalah lampiran SPOP"),
        ("jadi forum anak itu apa sih?", "2. Forum Anak adalah wadah", "Anak adalah orang"),
        ("DBKB kepanjangannya apa ya", "Daftar Biaya Komponen Bangunan (DBKB)", "DBKB naik tiap tahun"),
        ("apa itu wilayah adat?", "Wilayah Adat (dari bahasa setempat) merujuk pada tanah", "Adat adalah kebiasaan"),
        ("TENORM itu sebenarnya zat apa sih?", "disingkat TENORM adalah zat radioaktif", "TENORM disimpan di gudang"),
        ("apa yang disebut limbah tertahan", "11. Limbah tertahan adalah bahan", "limbah tertahan diolah"),
        ("arti kecelakaan di aturan itu", "1.2.3.12. Kecelakaan : kejadian tak terduga", "Kecelakaan dilaporkan"),
        ("aplikasi warga diartikan sebagai apa", "Aplikasi warga ialah media", "Aplikasi warga dipasang"),
        ("OJK singkatan dari apa", "Otoritas Jasa Keuangan, yang selanjutnya disingkat OJK", "OJK adalah lembaga"),
        ("sampai kapan dibebaskan", "dibebaskan sampai dengan\n31 Desember 2025", "ditetapkan pada 25 Maret 2025"),
        ("tanggal berapa paling lambat", "paling lambat tanggal 10", "dibuat pada 5 Mei"),
        ("apa tujuan SOP ini", "A. Tujuan\nMenjamin tertibnya arsip.", "Arsip ditata agar tujuan tercapai."),
        ("syarat mutasi pegawai", "Persyaratan mutasi:\n1. Surat permohonan", "Mutasi diajukan dengan syarat."),
        ("ruang lingkup KAK", "2. Ruang Lingkup Pekerjaan\na. Survei", "di luar lingkup pekerjaan"),
        (
            "alih pengetahuan pengawasan",
            "XI. ALIH PENGETAHUAN\nPembekalan dua kali.",
            "Ada alih pengetahuan dan laporan.",
        ),
        ("tempat sosialisasi", "F. TEMPAT\nAula kecamatan.", "Dilakukan di tempat terbuka."),
        ("lokasi rumah pompa", "4. Lokasi Pekerjaan\nJakarta Timur.", "Survei lokasi dilakukan."),
        ("sumber dana renstra", "5. Sumber Pendanaan\nAPBD 2025.", "Biaya pendanaan lain."),
        ("apa langkah pertama pengumumannya", "1. Penerimaan informasi", "5. Dokumentasi"),
        ("tahap kedua apa", "2 | Memeriksa berkas | Petugas", "12 | Mengarsipkan | Petugas"),
        ("kapan tarif itu mulai berlaku", "0,5% sejak 5 Januari 2024", "diumumkan 1 Maret 2023"),
        ("sejak kapan perda itu berlaku", "mulai berlaku pada tanggal\ndiundangkan", "paling lama 2 tahun"),
        ("kapan perda itu diundangkan", "Diundangkan di Jakarta\npada tanggal 2 Mei 2024", "Ditetapkan 1 Mei 2024"),
        ("kapan perda itu ditetapkan", "Ditetapkan di Jakarta, 1 Mei 2024", "Diundangkan pada tanggal 2 Mei 2024"),
    ],
)
def test_what_the_question_names_is_told_exactly_or_something_else_is(question: str, answer: str, other: str) -> None:
    kind = wanted(question)
    assert (fits_exactly(kind, answer), fits(kind, answer)) == (True, 1.0)
    assert (fits_exactly(kind, other), fits(kind, other)) == (False, 0.0)


def test_nothing_is_told_exactly_where_the_question_names_nothing() -> None:
    for question in (
        "berapa lama prosesnya",
        "berapa jumlah pesertanya",
        "siapa yang menyusun HPS",
        "bagaimana alurnya",
    ):
        assert not fits_exactly(wanted(question), "10 hari kerja oleh kepala dinas")
