"""The fields of the template of knowledge assets as the pages say them."""

from collections.abc import Mapping

from webapp.language import lazy_gettext as _

LABELS: Mapping[str, str] = {
    "judul": _("Judul"),
    "jenis": _("Jenis"),
    "ringkasan": _("Ringkasan"),
    "tema": _("Tema dan kata kunci"),
    "unit": _("SKPD dan unit kerja"),
    "unit_kerja": _("Unit kerja"),
    "komunitas": _("Komunitas (CoP)"),
    "penyusun": _("Penyusun"),
    "jabatan": _("Jabatan penyusun"),
    "tanggal": _("Tanggal dokumen"),
    "versi": _("Versi dokumen"),
    "dasar_hukum": _("Dasar hukum"),
    "akses": _("Klasifikasi akses"),
    "berkas": _("Berkas yang terbaca"),
    "tinjau_ulang": _("Tanggal tinjau ulang"),
    "bebas_data_pribadi": _("Pernyataan bebas data pribadi"),
    "konteks": _("Konteks atau masalah"),
    "yang_dilakukan": _("Apa yang dilakukan"),
    "hasil": _("Hasil, dengan angka"),
    "berhasil": _("Yang berhasil"),
    "tidak_berhasil": _("Yang tidak berhasil"),
    "rekomendasi": _("Rekomendasi"),
    "syarat_replikasi": _("Syarat replikasi"),
    "nomor": _("Nomor dokumen"),
    "narasumber": _("Narasumber"),
    "pertemuan": _("Pertemuan CoP asal"),
    "aset_terkait": _("Aset terkait"),
    "pengganti": _("Pengganti dari"),
    "penghematan": _("Biaya atau waktu yang dihemat"),
    "sasaran": _("Sasaran pembaca"),
    "tautan": _("Tautan video"),
    "masa_berlaku": _("Masa berlaku"),
}

HINTS: Mapping[str, str] = {
    "ringkasan": _("50 sampai 150 kata: apa isinya, untuk siapa, kapan dipakai."),
    "tema": _("Pisahkan dengan koma."),
    "dasar_hukum": _("Satu peraturan satu baris: jenis, nomor, tahun, status."),
    "tinjau_ulang": _("SOP 24 bulan, KAK dan PBB-P2 12 bulan, pelajaran 36 bulan."),
    "hasil": _("Sebutkan angka sebelum dan sesudah."),
}

LONG = frozenset(
    ("ringkasan", "dasar_hukum", "konteks", "yang_dilakukan", "hasil", "berhasil", "tidak_berhasil", "rekomendasi")
) | {"syarat_replikasi"}
"""Fields of several lines."""

SECRET = _(
    "Dokumen rahasia dan sangat rahasia tidak boleh disimpan di Rujukan, dan pilihan ini tidak disimpan."
    " Hapus unggahannya, simpan dokumennya menurut aturan kearsipan unit Anda, dan bila perlu mintalah PPID melakukan"
    " uji konsekuensi. Bila isinya hanya untuk unit Anda, pilih Terbatas SKPD."
)
