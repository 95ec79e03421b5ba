"""Slides for meetings with citizens about property tax in 2025."""

from __future__ import annotations

from tools.contoh.b_deck import Slide, write_deck
from tools.contoh.record import Paper

SLIDES = [
    Slide(
        "Apa itu PBB-P2?",
        (
            "Pajak atas bumi dan bangunan yang dimiliki, dikuasai, atau dimanfaatkan orang pribadi atau badan.",
            "Dasarnya UU Nomor 1 Tahun 2022, PP Nomor 35 Tahun 2023, dan Perda Nomor 1 Tahun 2024.",
            "Hasilnya membiayai sekolah, puskesmas, jalan, taman, dan pengendalian banjir.",
            "SPPT adalah pemberitahuan besarnya pajak, bukan bukti kepemilikan tanah.",
        ),
    ),
    Slide(
        "Berapa yang harus dibayar?",
        (
            "Rumus: (NJOP - Rp60 juta) x 40% untuk hunian atau 60% untuk selain hunian x 0,5%.",
            "NJOPTKP Rp60 juta hanya untuk satu objek setiap wajib pajak.",
        ),
        (
            ("Contoh objek", "NJOP", "PBB terutang"),
            ("Rumah", "Rp2,5 miliar", "Rp4.880.000"),
            ("Rumah", "Rp3 miliar", "Rp5.880.000"),
            ("Ruko", "Rp3 miliar", "Rp8.820.000"),
        ),
        "Sampaikan bahwa angka belum dikurangi keringanan menurut Kepgub 281/2025.",
    ),
    Slide(
        "Pembebasan tahun 2025 (Kepgub 281/2025)",
        (
            "Rumah dengan NJOP sampai Rp2 miliar dan rumah susun sampai Rp650 juta: bebas 100%.",
            "Berlaku untuk satu objek, yaitu yang NJOP-nya tertinggi di antara yang memenuhi syarat.",
            "NIK harus tervalidasi di Pajak Online; bukan otomatis untuk data yang belum cocok.",
            "Rumah kedua dikurangi 50%, rumah ketiga dan seterusnya membayar penuh.",
        ),
    ),
    Slide(
        "Bayar lebih awal, potongan lebih besar",
        ("Potongan muncul otomatis ketika kode bayar dibuat.",),
        (
            ("Masa bayar", "Potongan pokok"),
            ("8 April – 31 Mei 2025", "10%"),
            ("1 Juni – 31 Juli 2025", "7,5%"),
            ("1 Agustus – 30 September 2025", "5%"),
        ),
    ),
    Slide(
        "Lima langkah validasi NIK di Pajak Online",
        (
            "Masuk atau daftar akun dengan surel aktif milik wajib pajak sendiri.",
            "Pilih menu Profil, isi NIK dan tanggal lahir sesuai data kependudukan.",
            "Unggah foto KTP melalui aplikasi, jangan melalui percakapan WhatsApp.",
            "Tautkan NOP dari SPPT terakhir; cukup satu kali untuk setiap objek.",
            "Tunggu status Tervalidasi, lalu unduh e-SPPT terbaru paling lama tiga hari kerja kemudian.",
        ),
    ),
    Slide(
        "Data salah? Pilih layanan yang tepat",
        (),
        (
            ("Masalah", "Layanan", "Lama"),
            ("Nama masih pemilik lama", "Mutasi (balik nama)", "5 hari kerja"),
            ("Luas atau alamat keliru", "Pembetulan SPPT", "10 hari kerja"),
            ("Tidak setuju dengan NJOP", "Keberatan", "paling lama 12 bulan"),
            ("Tidak mampu membayar", "Pengurangan", "paling lama 3 bulan"),
        ),
    ),
    Slide(
        "Waspada penipuan",
        (
            "Petugas tidak pernah meminta kata sandi, kode OTP, atau transfer ke rekening pribadi.",
            "Tautan resmi selalu diumumkan di kantor UPPPD; laporkan pesan mencurigakan melalui JAKI.",
            "Tunggakan orang lain tidak dapat dilihat siapa pun kecuali wajib pajak atau kuasanya.",
        ),
    ),
    Slide(
        "Jadwal mobil layanan keliling sosialisasi",
        ("Mobil layanan keliling hadir pukul 09.00–14.00; bawa KTP dan SPPT tahun sebelumnya.",),
        (
            ("Hari", "Lokasi", "Layanan"),
            ("Senin", "Halaman kantor kecamatan", "Cetak SPPT, validasi NIK"),
            ("Rabu", "Rumah susun sewa", "Validasi NIK, balik nama"),
            ("Sabtu", "Hari bebas kendaraan bermotor", "Konsultasi dan pembayaran nontunai"),
        ),
    ),
]

PAPERS = [
    Paper(
        path="BAPENDA/Paparan sosialisasi PBB 2025.pptx",
        title="Paparan Sosialisasi PBB-P2 Tahun 2025 untuk Warga",
        kind="paparan",
        unit="BAPENDA",
        community="Komunitas Pembelajar Bapenda",
        access="terbuka",
        date="2025-05-05",
        review_on="2026-01-31",
        build=lambda path: write_deck(
            path,
            "Sosialisasi PBB-P2 Tahun 2025",
            "Badan Pendapatan Daerah – pertemuan warga, Mei 2025",
            SLIDES,
        ),
    ),
]
