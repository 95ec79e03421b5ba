"""The mark by which a Word file tells that it was made from one of our empty templates.

It is a custom property, which word processors keep. Whoever writes a file can write any, so it only proposes.
"""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.package import Package

from catalog.written import FORMS, TEMPLATE_VERSION, template_of
from indexer.kinds import TEMPLATE

_NAME = "RujukanTemplat"
_PLACE = PackURI("/docProps/custom.xml")
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_LARGEST = 100_000  # bytes of custom properties that are looked at
_XML = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
 xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property
 fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}"><vt:lpwstr>{mark}</vt:lpwstr></property>
</Properties>"""


def put(package: Package, kind: str) -> None:
    """Mark a file as made from the template of this form, which must be one of ours."""
    mark = f"{kind}/{TEMPLATE_VERSION}"
    if kind not in FORMS:
        raise ValueError(f"no form is called {kind!r}")
    blob = _XML.format(name=_NAME, mark=mark).encode()
    package.relate_to(Part(_PLACE, _TYPE, blob, package), RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def of(package: Package) -> dict[str, str]:
    """Return the field that tells of the mark, none where there is no mark of ours that can be read."""
    for rel in package.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES and not rel.is_external:
            mark = _mark(rel.target_part.blob)
            return {TEMPLATE: mark} if template_of(mark) else {}
    return {}


def _mark(blob: bytes) -> str:
    if len(blob) > _LARGEST:
        return ""
    try:
        root = parse_xml(blob)
    except SyntaxError:  # broken XML: the text of the file is whole all the same
        return ""
    said = [one for one in root if one.get("name") == _NAME]
    return "".join(said[0].itertext()).strip() if said else ""
