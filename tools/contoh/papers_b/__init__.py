"""Papers on regional property, property tax and the knowledge programme."""

from tools.contoh.papers_b import workbooks

_MODULES = (workbooks,)
PAPERS = [paper for module in _MODULES for paper in module.PAPERS]
