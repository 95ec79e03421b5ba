"""Sentences that lower rooms say in Indonesian, with values in them, in the language of the page.

Those rooms know no languages, and the command line and the API say what they say. A sentence is known again by its
words; one that is not here stays as it is. Names of columns, papers and people in it are never translated.
"""

import re
from functools import cache
from re import Pattern

from webapp.language import gettext, language


def N_(text: str) -> str:  # the name that gettext gives to the mark of a text that is translated later
    """Return a text as it is, marked to be translated where it is shown."""
    return text


ERRORS = (
    N_(
        "Nama masuk “%(login)s” tidak dapat dipakai. Pakai 2 sampai 64 huruf kecil, angka, titik, garis atau @,"
        " misalnya siti.aminah."
    ),
    N_("Nama “%(name)s” kosong, lebih dari %(most)s karakter, atau memuat karakter kendali. Tulis nama orangnya saja."),
    N_("Akun “%(login)s” sudah ada. Pilih nama masuk lain."),
    N_(
        "Kata sandi harus %(least)s sampai %(most)s karakter; yang diberikan %(length)s karakter."
        " Beberapa kata biasa yang tidak saling berkaitan sudah cukup."
    ),
    N_("Kata sandi tidak boleh memuat nama masuk atau hanya mengulang beberapa karakter. Pilih yang lain."),
    N_("Komunitas “%(name)s” tidak dikenal. Periksa ejaannya."),
    N_("Peran berakhir %(last)s, sebelum mulai %(first)s. Periksa kedua tanggalnya."),
    N_("%(login)s tidak memegang peran %(role)s di %(place)s."),
    N_("Peran “%(role)s” tidak dikenal; pilih salah satu: %(known)s."),
    N_("“%(acting)s” tidak dikenal; tulis plt atau plh, atau kosongkan."),
    N_("Peran %(role)s sebagai %(acting)s harus punya tanggal berakhir."),
    N_("Peran %(role)s berlaku di satu unit; sebutkan kode unitnya."),
    N_("Peran %(role)s berlaku untuk seluruh layanan, bukan untuk satu unit."),
    N_("Peran kurator berlaku di satu komunitas atau unit; sebutkan salah satunya."),
    N_("Tanggal “%(day)s” tidak terbaca; tulis seperti 2026-12-31."),
    N_("Naskah ini sudah berubah sejak halamannya dibuka. Periksa keadaannya sekarang, lalu putuskan lagi."),
    N_("Langkah itu tidak dapat Anda ambil untuk naskah ini sekarang."),
    N_("Tuliskan alasannya pada catatan, supaya yang lain tahu mengapa."),
    N_("Catatan %(length)s karakter; paling panjang %(most)s. Ringkas dahulu catatannya."),
    N_("Hanya pemilik dan pengesah unitnya yang dapat mengalihkan naskah ini."),
    N_("Pilih penerima yang aktif dan berperan menulis di unit naskah ini."),
    N_("Pemusnahan naskah ini tidak dapat Anda perintahkan."),
    N_("Judul yang diketik tidak sama dengan judul naskah ini."),
    # programme/reusing/reuse.py
    N_("Pemakaian ini sudah dicatat untuk unit, versi, dan tujuan yang sama."),
    N_("Pemakaian ini sudah diputuskan. Periksa keadaannya sekarang."),
    N_("Pilih jenis pemakaiannya: rujukan, adaptasi, atau adopsi."),
    N_("Pilih unit tempat Anda bertugas sebagai unit pemakai."),
    N_("Aset ini milik perangkat daerah Anda sendiri: pemakaiannya tidak dihitung, jadi tidak dicatat."),
    N_("Tuliskan untuk apa aset ini dipakai."),
    N_("Sebutkan buktinya: nomor surat, tautan, atau berkas."),
    N_("Aset hasil tidak ditemukan di antara aset unit pemakai yang dapat Anda lihat."),
    N_("Aset hasil itu sendiri asal dari aset ini, jadi tidak mungkin dibuat darinya."),
    N_("%(name)s %(length)s karakter; paling panjang %(most)s. Ringkas dahulu."),
    # programme/reusing/validity.py, programme/messages/mailing.py
    N_("Aset ini ditandai perlu diperbarui. Nyatakan masih berlaku lewat meja kerja, dengan alasan."),
    N_("Aset ini sudah digantikan, jadi tidak dapat dinyatakan masih berlaku."),
    N_("Sebutkan aset pengganti yang dapat Anda lihat, dan cara menggantikannya."),
    N_("Aset pengganti itu sendiri lebih dahulu ada: yang ini dibuat darinya."),
    N_("Alamat surel itu tidak dapat dipakai. Tulis satu alamat, misalnya nama@jakarta.go.id."),
)
"""What catalog/accounts.py, passwords.py, grants.py, lifecycle.py, ownership.py, purging.py and programme/ refuse."""

RECORDS = (
    N_("Jam “%(hour)s” tidak terbaca; tulis seperti 09:30."),
    N_("%(what)s harus diisi, paling panjang %(most)s karakter."),
    N_("%(what)s terlalu panjang, paling banyak %(most)s karakter."),
    N_("%(what)s “%(word)s” tidak dikenal; pilih dari daftar."),
    N_("%(what)s berakhir sebelum mulai. Periksa keduanya."),
    N_("%(name)s sudah tercatat dalam komunitas ini. Ubah perannya saja."),
    N_("Keanggotaan ini sudah berakhir sebelum tanggal itu."),
    N_("%(name)s sudah mendampingi komunitas ini."),
    N_("Pendamping itu tidak bertugas pada tanggal tersebut."),
    N_("Harinya belum tiba, jadi belum dapat dicatat terlaksana."),
    N_("Rencana ini sudah ditandatangani; kegiatannya tidak dapat dihapus lagi."),
    N_("Pertemuan ini sudah bernotulen, jadi tidak dapat dibatalkan."),
    N_("Pertemuan ini sudah dibatalkan. Buat pertemuan baru."),
    N_("Daftar hadir dicatat sejak hari pertemuan, dan tidak untuk yang dibatalkan."),
    N_("Baris %(number)s: kode unit “%(unit)s” tidak dikenal."),
    N_("Baris %(number)s: nama kosong atau terlalu panjang."),
    N_("Daftar hadir memuat %(names)s nama; paling banyak %(most)s."),
    N_("Aset itu bukan notulen perangkat daerah komunitas ini."),
)
"""What programme/ refuses of the records of a community."""

MEASURED = (
    N_("Baru %(count)s; paling sedikit %(least)s supaya dapat dinilai."),
    N_("Belum ada kegiatan yang direncanakan untuk periode ini."),
    N_("Pertanyaan tema belum ada, atau belum pernah diperiksa dalam periode ini."),
    N_("Belum ada anggota yang tercatat pada akhir periode ini."),
    N_("Belum ada anggota yang dicatat dengan akunnya."),
    N_("Belum ada pembacaan yang dicatat layanan ini dalam periode ini."),
    N_("Tanggal pengesahan asetnya tidak tercatat: disahkan oleh pengindeksan."),
    N_("Belum ada aset komunitas ini yang disahkan."),
    N_("Jumlah pegawai perangkat daerah ini belum dicatat, atau lebih lama dari setahun."),
    N_("Belum ada aset yang disahkan dengan tanggal tinjau ulang."),
    N_("Belum ada pengajuan yang disahkan dalam periode ini."),
    N_("Belum ada aset yang disahkan dengan pemilik yang tercatat."),
    N_("Belum ada saran dari penilaian sebelumnya."),
    N_("Pertanyaan itu sudah ada dalam daftar."),
    N_("Sudah ada %(most)s pertanyaan; pensiunkan yang tidak dipakai dahulu."),
    N_("Topik itu sudah ada dalam daftar."),
    N_("Sudah ada %(most)s topik; pensiunkan yang tidak kritis lagi dahulu."),
)
"""Why programme/measures has no value, and what programme/inputs/theme_questions.py and critical_topics.py refuse."""

IMPORTS = (
    N_("Berkas lebih besar dari %(most)s MiB. Pecah menjadi beberapa berkas."),
    N_("Berkas ini kosong. Baris pertamanya harus berisi judul kolom."),
    N_("Berkas memuat lebih dari %(most)s baris. Pecah menjadi beberapa berkas."),
    N_("Berkas ini bukan CSV UTF-8 dan bukan buku kerja XLSX. Simpan ulang sebagai salah satunya."),
    N_("Buku kerja ini tidak terbaca. Simpan ulang sebagai XLSX atau CSV UTF-8."),
    N_("Buku kerja ini lebih dari %(most)s MiB setelah diurai. Simpan sebagai CSV."),
    N_("Sel ini berisi rumus atau galatnya; tempelkan sebagai nilai."),
    N_("Teks %(length)s karakter; paling panjang %(most)s."),
    N_("Nama harus satu baris, paling panjang 200 karakter."),
    N_("“%(cell)s” bukan tanggal. Tulis hari, bulan, tahun seperti 18/7/2025, 18 Juli 2025 atau 2025-07-18."),
    N_("“%(cell)s” bukan triwulan. Tulis seperti 2026Q3 atau TW III 2026."),
    N_("“%(cell)s”: bilangan negatif tidak diterima; tulis bilangan bulat dari %(least)s sampai %(most)s."),
    N_("“%(cell)s” tidak diterima; tulis bilangan bulat dari %(least)s sampai %(most)s."),
    N_("“%(cell)s” tidak dikenal; pilih salah satu: %(known)s."),
    N_("Kode unit “%(cell)s” tidak dikenal. Pakai kode seperti BPAD, DINKES atau BAPENDA."),
    N_("Komunitas “%(cell)s” tidak dikenal. Periksa ejaannya, atau impor komunitasnya dahulu."),
    N_("Akun “%(cell)s” tidak ada. Buat dahulu, atau kosongkan kolom ini."),
    N_("Aset dengan kunci “%(cell)s” tidak ada."),
    N_("“%(cell)s” bukan tautan yang diterima; tulis alamat lengkap yang dimulai dengan https://."),
    N_("Kolom “%(head)s” berulang."),
    N_("Kolom “%(head)s” tidak dikenal; yang dikenal: %(known)s."),
    N_("Kolom %(head)s tidak ada; kolom ini wajib."),
    N_("Ada isi di luar kolom yang berjudul."),
    N_("Kolom ini wajib diisi."),
    N_("Kolom ini wajib diisi pada catatan baru."),
    N_("Baris ini sama dengan baris %(row)s. Hapus salah satunya."),
    N_("Tanggal %(last)s mendahului %(first)s."),
    N_("Aset tidak ada. Isi kunci aset, atau sumber dan berkasnya seperti pada ekspor."),
    N_("Kolom %(head)s tidak cocok dengan aset yang dimaksud."),
    N_("Status aset ini %(status)s; status diubah lewat alur telaah, bukan lewat impor."),
    N_("Catatan dengan kunci ini tidak ada. Kosongkan kolom kunci untuk catatan baru."),
    N_("Aset ini tidak mempunyai versi %(version)s."),
    N_("Catatan %(state)s harus disertai tanggal keputusannya."),
    N_("Ada tanggal keputusan, jadi keadaannya dikonfirmasi atau ditolak."),
    N_("Pilih penanggung jawab dari daftar anggota komunitas itu."),
    N_(
        "Belum disimpan: catatan ini diubah sejak halamannya dibuka. Bandingkan dengan yang Anda tulis,"
        " lalu simpan lagi bila memang ingin menggantinya."
    ),
    N_("Triwulan %(quarter)s belum mulai."),
    N_("Triwulan “%(text)s” tidak terbaca; tulis seperti 2026Q3."),
)
"""What the imports of programme/ refuse in a file, its gaps and its quarterly report."""

READINGS = (
    N_("Banyaknya %(unit)s: %(conditions)s. Sumber: %(source)s (%(rows)s baris)."),
    N_("Daftar baris: %(conditions)s. Sumber: %(source)s (%(rows)s baris)."),
    N_("Jumlah kolom %(column)s: %(conditions)s. Sumber: %(source)s (%(rows)s baris)."),
    N_("Banyaknya aset dalam katalog: %(conditions)s."),
    N_("Daftar aset dalam katalog: %(conditions)s."),
)
"""How search/rows says what was counted."""

NOTES = (
    N_("kolom jumlah kosong pada %(rows)s baris, sehingga yang dihitung adalah baris"),
    N_("%(rows)s baris tanpa angka tidak ikut dijumlahkan: %(listed)s"),
    N_("%(rows)s baris disembunyikan, seluruhnya atau sebagian, di berkas aslinya"),
    N_("%(rows)s baris tidak dapat dinilai karena selnya kosong atau berisi lain (baris %(listed)s)"),
    N_("tidak termasuk %(sheets)s, yang tidak memuat kolom yang ditanyakan"),
    N_("keberlakuan berkas sumbernya belum dikonfirmasi atau perlu diperbarui"),
    N_("baris yang sama ada juga di %(path)s"),
    N_("%(assets)s aset tidak dapat dinilai karena isian itu tidak terbaca di naskahnya"),
    N_("nomor %(number)s ada pada %(assets)s aset: mungkin naskah yang sama"),
)
"""What the reader of a figure has to know."""


def translated(said: str) -> str:
    """Return a sentence of a lower room in the language of the page; one that is not known as it is."""
    if language() == "id":
        return said
    whole = gettext(said)
    if whole != said:
        return whole
    for text, pattern in _patterns():
        if match := pattern.fullmatch(said):
            return gettext(text, **match.groupdict())
    return said


@cache
def _patterns() -> tuple[tuple[str, Pattern[str]], ...]:
    """Return the sentences that hold values, each with the pattern that finds them; those with most words first."""
    texts = [text for text in (*ERRORS, *RECORDS, *MEASURED, *READINGS, *NOTES) if "%(" in text]
    return tuple((text, _pattern(text)) for text in sorted(texts, key=lambda text: -len(_PLACE.sub("", text))))


_PLACE = re.compile(r"%\((\w+)\)s")


def _pattern(text: str) -> Pattern[str]:
    words = _PLACE.split(text)  # texts and names by turns
    parts = (re.escape(part) if at % 2 == 0 else f"(?P<{part}>.*)" for at, part in enumerate(words))
    return re.compile("".join(parts), re.DOTALL)
