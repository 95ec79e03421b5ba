"""Papers on procedures, terms of reference and procurement."""

from tools.contoh.papers_a import sop_kendaraan

PAPERS = [*sop_kendaraan.PAPERS]
