"""Two procedures of which only a scan is left: pump upkeep (DSDA) and hydrant inspection (GULKAR)."""

import tempfile
from functools import partial
from pathlib import Path

from tools.contoh.blocks import Sop
from tools.contoh.layout_scan import scan
from tools.contoh.markup import read_sop
from tools.contoh.record import Paper
from tools.contoh.sop_paper import write_sop

POMPA = read_sop(
    "Dinas Sumber Daya Air",
    """
unit: Bidang Pengendalian Banjir dan Drainase
nomor: 027/SOP/DSDA/2019
nama: Pemeliharaan Rutin Pompa Air
dibuat: 12-08-2019
revisi: -
efektif: 02-09-2019
pengesah: Kepala Dinas Sumber Daya Air
nama pengesah: Ir. Tejakusuma Wirayuda, M.T.
nip: 196311281990031004
dasar:
- Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah
- Peraturan Menteri Dalam Negeri Nomor 17 Tahun 2007 tentang Pedoman Teknis Pengelolaan Barang Milik Daerah
- Peraturan Gubernur Nomor 24 Tahun 2012 tentang Penyusunan dan Pelaksanaan SOP
kualifikasi:
- Operator pompa berpendidikan paling rendah SMK teknik
- Teknisi memiliki sertifikat kompetensi kelistrikan
keterkaitan:
- SOP Pengoperasian Pompa
- SOP Penanganan Genangan
peralatan:
- Kunci momen, multimeter, gemuk dan minyak pelumas
- Kartu pemeliharaan pompa
peringatan: Pompa dimatikan dan panel dikunci sebelum penutup mesin dibuka.
pencatatan: Dicatat dalam kartu pemeliharaan dan laporan bulanan rumah pompa.
pelaksana: Operator | Teknisi | Kepala Seksi
langkah:
- Memeriksa getaran, suhu dan kebocoran | Operator | Daftar periksa | 45 menit | Hasil pemeriksaan
- Membersihkan saringan sampah | Operator | Alat kebersihan | 1 jam | Saringan bersih
- Mengganti pelumas menurut jam kerja | Teknisi | Pelumas | 1 jam | Pelumas baru
- Perlu perbaikan besar? | Kepala Seksi | Hasil pemeriksaan | 30 menit | Keputusan | Ya: usul perbaikan
- Menguji pompa selama 15 menit | Operator | Kartu pemeliharaan | 15 menit | Pompa siap
jumlah: 3 jam 30 menit
""",
)
POMPA_TEXT = """
# PENJELASAN PROSEDUR
Pemeliharaan rutin dilakukan sekali sebulan pada musim kemarau dan sekali seminggu pada musim hujan. Pelumas diganti
setiap 250 jam kerja. Getaran di atas 4,5 milimeter per detik atau suhu bantalan di atas 80 derajat Celsius dilaporkan
kepada kepala seksi pada hari yang sama.
## Daftar periksa
1. Tegangan dan arus pada setiap fasa.
2. Keadaan kabel, panel dan lampu penanda.
3. Ketinggian minyak pelumas dan bahan bakar generator.
4. Kebersihan saringan sampah dan saluran masuk.
5. Bunyi, getaran dan suhu selama pengujian.
## Suku cadang
Suku cadang yang habis dipakai dicatat pada kartu persediaan dan diusulkan pengadaannya setiap triwulan. Suku cadang
bekas disimpan di gudang untuk diperiksa pengurus barang.
"""
HIDRAN = read_sop(
    "Dinas Penanggulangan Kebakaran dan Penyelamatan",
    """
unit: Bidang Pencegahan Kebakaran
nomor: 018/SOP/GULKAR/2018
nama: Pemeriksaan Hidran Kota
dibuat: 05-02-2018
revisi: -
efektif: 01-03-2018
pengesah: Kepala Dinas Penanggulangan Kebakaran dan Penyelamatan
nama pengesah: Drs. Satriyo Pamungkas, M.M.
nip: 196205101988031006
dasar:
- Peraturan Daerah Nomor 8 Tahun 2008 tentang Pencegahan dan Penanggulangan Bahaya Kebakaran
- Peraturan Gubernur Nomor 24 Tahun 2012 tentang Penyusunan dan Pelaksanaan SOP
kualifikasi:
- Petugas telah mengikuti pelatihan inspektur kebakaran tingkat I
keterkaitan:
- SOP Pemadaman Kebakaran Permukiman
peralatan:
- Kunci hidran, manometer, rompi dan kerucut lalu lintas
peringatan: Pemeriksaan di badan jalan dilakukan paling sedikit dua orang dengan rambu pengaman.
pencatatan: Dicatat dalam kartu hidran dan peta hidran sektor.
pelaksana: Petugas Sektor | Komandan Pleton | Kepala Seksi
langkah:
- Menyiapkan daftar hidran dan peralatan | Petugas Sektor | Peta hidran | 30 menit | Rencana tugas
- Membuka katup dan mengukur tekanan | Petugas Sektor | Manometer | 20 menit | Angka tekanan
- Tekanan cukup? | Komandan Pleton | Angka tekanan | 10 menit | Penilaian | Tidak: lapor perusahaan air
- Memberi cat dan nomor | Petugas Sektor | Cat, pelat nomor | 30 menit | Hidran bertanda
- Menyampaikan rekap bulanan | Kepala Seksi | Kartu hidran | 1 hari | Laporan
jumlah: 1 hari 1,5 jam
""",
)
HIDRAN_TEXT = """
# PENJELASAN PROSEDUR
Setiap hidran diperiksa dua kali setahun. Tekanan paling rendah yang dapat diterima adalah 1,5 bar pada keadaan katup
terbuka penuh. Hidran yang tertutup parkir, lapak, atau bangunan dilaporkan kepada kelurahan dan Satpol PP.
## Hal yang diperiksa
1. Katup mudah dibuka dan tidak bocor.
2. Sambungan selang sesuai ukuran dan berpenutup.
3. Badan hidran berwarna merah, bernomor, dan terlihat dari jarak 25 meter.
4. Jarak bebas di sekeliling hidran paling sedikit satu meter.
## Tindak lanjut
Kerusakan ringan diperbaiki petugas sektor dalam tujuh hari. Kerusakan berat diusulkan kepada perusahaan air disertai
foto dan titik koordinat.
"""


def write_scan(path: Path, *, sop: Sop, text: str, seed: int) -> None:
    """Write the scan of one procedure."""
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "bersih.pdf"
        write_sop(clean, sop, text)
        scan(clean, path, seed=seed)


PAPERS = [
    Paper(
        path="DSDA/SCAN SOP Pemeliharaan Pompa 2019.pdf",
        title="SOP Pemeliharaan Rutin Pompa Air (pindaian)",
        kind="sop",
        unit="DSDA",
        validity="belum_dikonfirmasi",
        date="2019-09-02",
        review_on="2021-09-02",
        build=partial(write_scan, sop=POMPA, text=POMPA_TEXT, seed=19),
    ),
    Paper(
        path="GULKAR/scan0012_hidran.pdf",
        title="SOP Pemeriksaan Hidran Kota (pindaian)",
        kind="sop",
        unit="GULKAR",
        status="ditarik",
        validity="kedaluwarsa",
        date="2018-03-01",
        review_on="2020-03-01",
        build=partial(write_scan, sop=HIDRAN, text=HIDRAN_TEXT, seed=12),
    ),
]
