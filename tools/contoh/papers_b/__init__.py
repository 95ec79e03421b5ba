"""Papers on regional property, property tax and the knowledge programme."""

from tools.contoh.papers_b import (
    bmd_faq,
    bmd_guides,
    bmd_handover,
    bmd_removal,
    km_guides,
    km_lessons,
    km_reuse,
    pbb_faq,
    pbb_guides,
    pbb_slides,
    pbb_sop,
    workbooks,
)

_MODULES = (
    bmd_faq,
    bmd_guides,
    bmd_handover,
    bmd_removal,
    km_guides,
    km_lessons,
    km_reuse,
    pbb_faq,
    pbb_guides,
    pbb_slides,
    pbb_sop,
    workbooks,
)
PAPERS = [paper for module in _MODULES for paper in module.PAPERS]
