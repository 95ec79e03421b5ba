from pathlib import Path

from catalog import communities
from catalog.opening import create
from catalog.scope import scope_of
from search.whom import Whom, nearest
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, text_page

COMMUNITIES = """
[[community]]
name = "CoP Aset"
unit = "BPAD"
themes = ["Penatausahaan barang milik daerah", "Penghapusan dan pemindahtanganan"]
[[community]]
name = "CoP Rahasia"
unit = "DINKES"
themes = ["Ambulans udara"]
"""


def test_the_nearest_community_that_the_viewer_sees_is_named_with_its_theme_and_else_an_agency(tmp_path: Path) -> None:
    catalog = create(tmp_path)
    with catalog.writing():
        communities.load_toml(catalog, COMMUNITIES)
    page = (text_page(1, "Isi."),)
    add(catalog, Paper("a.pdf", given("A", unit="BPAD", community="CoP Aset"), page))
    add(catalog, Paper("b.pdf", given("B", unit="DINKES", community="CoP Rahasia", access="terbatas"), page))
    public, office = scope_of("public"), scope_of("DINKES")
    disposal = Whom("BPAD", "CoP Aset", "Penghapusan dan pemindahtanganan")
    assert nearest(catalog, "bagaimana menghapus gedung dan kendaraan?", public) == disposal
    assert nearest(catalog, "syarat penghapusan drone milik kelurahan", public) == disposal
    assert nearest(catalog, "sewa ambulans udara", office) == Whom("DINKES", "CoP Rahasia", "Ambulans udara")
    assert nearest(catalog, "sewa ambulans udara", public) is None
    assert nearest(catalog, "jadwal dinas kesehatan", public) == Whom("DINKES", None, None)
    assert nearest(catalog, "apa itu dan yang", public) is None
    # "Diskominfo" shares no word with the name of its agency
    assert nearest(catalog, "berapa anggaran server Diskominfo?", public) == Whom("KOMINFO", None, None)
    assert nearest(catalog, "bagaimana BPAD menghapus gedung?", public) == disposal
    assert nearest(catalog, "bagaimana Dinkes menghapus gedung?", public) == Whom("DINKES", None, None)
    catalog.close()
