from pathlib import Path

from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.conftest import SOP, given
from tests.webapp.library import Paper, add, searchers, text_page
from webapp.app import create_app

OTHER = SOP.replace("dua", "tiga") + "\nKunci dikembalikan sesudah pemakaian."


def test_the_asset_page_tells_similar_assets_that_the_viewer_sees(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    keys = {
        name: add(catalog, Paper(f"{name}.pdf", given(title, **more), (text_page(1, text),), name.encode()))
        for name, title, text, more in (
            ("a", "SOP Kendaraan", SOP, {}),
            ("b", "SOP Kendaraan <b>Lain</b>", OTHER, {}),
            ("c", "Kajian Kendaraan", OTHER + " Rahasia.", {"access": "terbatas"}),
            ("d", "Menu", "Rendang dan sayur lodeh setiap hari.", {}),
            ("e", "Musik", "Orkestra memainkan simfoni.", {}),
        )
    }
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    page = app.test_client().get(f"/aset/{keys['a']}").text
    told = page[page.index("Aset serupa") : page.index("Isi dokumen")]
    assert f'<a href="/aset/{keys["b"]}">SOP Kendaraan &lt;b&gt;Lain&lt;/b&gt;</a>' in told
    assert keys["c"] not in page
    assert keys["d"] not in page
    assert "Aset serupa" not in app.test_client().get(f"/aset/{keys['d']}").text
