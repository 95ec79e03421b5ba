"""Papers on procedures, terms of reference and procurement."""

from tools.contoh.papers_a import (
    catatan_pbj,
    kak_barang,
    kak_kerja,
    kak_konsultansi,
    kak_lain,
    kak_renstra,
    panduan_kak,
    panduan_sop,
    sop_arsip,
    sop_dinkes,
    sop_kendaraan,
    sop_layanan,
    sop_pegawai,
    sop_pindaian,
    sop_satpol,
    sop_umum,
)

MODULES = (
    catatan_pbj,
    kak_barang,
    kak_kerja,
    kak_konsultansi,
    kak_lain,
    kak_renstra,
    panduan_kak,
    panduan_sop,
    sop_arsip,
    sop_dinkes,
    sop_kendaraan,
    sop_layanan,
    sop_pegawai,
    sop_pindaian,
    sop_satpol,
    sop_umum,
)
PAPERS = [paper for module in MODULES for paper in module.PAPERS]
