"""Several tables on one sheet: each row stands below the titles of its own table."""

from catalog.table_rows import SheetRow
from search.rows.blocks import Block, as_title, blocks

HEAD = "No | Nama Barang | Jumlah Barang"
FIRST = "KARTU INVENTARIS RUANGAN\nSKPD : Sekretariat DPRD\nRUANGAN : Komisi A"


def parted(*lines: str) -> list[Block]:
    """Part a sheet whose rows are the lines that begin with a figure."""
    text, rows = "\n".join(lines), []
    for number, line in enumerate(lines):
        if line[0].isdigit():
            start = text.index(line)
            cells = dict(zip(HEAD.split(" | "), line.split(" | "), strict=False))
            rows.append(SheetRow(number, cells, {}, start, start + len(line), hidden=False))
    return blocks(text, rows)


def names(found: list[Block]) -> list[list[str]]:
    return [[row.cells["Nama Barang"] for row in block.rows] for block in found]


def test_a_head_below_a_title_begins_another_table() -> None:
    found = parted(
        *FIRST.split("\n"), HEAD, "1 | Meja | 4", "RUANGAN : Fraksi", HEAD, "1 | Laptop | 4", "2 | Kursi | 1"
    )
    assert names(found) == [["Meja"], ["Laptop", "Kursi"]]
    assert found[0].above == tuple(FIRST.split("\n"))
    assert found[1].above == ("KARTU INVENTARIS RUANGAN", "SKPD : Sekretariat DPRD", "RUANGAN : Fraksi")
    assert [block.replaced for block in found] == [(), ("RUANGAN : Komisi A",)]


def test_the_total_below_a_table_is_of_that_table_alone() -> None:
    lines = (
        *FIRST.split("\n"),
        HEAD,
        "1 | Meja | 4",
        "Jumlah | 4",
        "RUANGAN : Fraksi",
        HEAD,
        "1 | Kursi | 9",
        "Jumlah | 9",
    )
    text, (first, second) = "\n".join(lines), parted(*lines)
    assert "Jumlah | 4" in text[first.begin : first.end]
    assert "Jumlah | 9" not in text[first.begin : first.end]
    assert "Jumlah | 4" not in text[second.begin : second.end]
    assert "Jumlah | 9" in text[second.begin : second.end]


def test_a_title_without_a_label_takes_the_place_of_the_one_right_above_the_first_table() -> None:
    found = parted("INVENTARIS", "RUANG PELAYANAN", HEAD, "1 | Meja | 4", "GUDANG ARSIP", HEAD, "1 | Rak | 12")
    assert [block.above for block in found] == [("INVENTARIS", "RUANG PELAYANAN"), ("INVENTARIS", "GUDANG ARSIP")]


def test_what_is_signed_below_a_table_is_no_title_of_the_next_one() -> None:
    below = ("Jumlah | 4", "Penanggung jawab ruangan Komisi A", "Jakarta, 30 Juni 2025")
    found = parted(*FIRST.split("\n"), HEAD, "1 | Meja | 4", *below, "RUANGAN : Fraksi", HEAD, "1 | Kursi | 1")
    assert "Komisi A" not in " ".join(found[1].above)


def test_a_head_alone_that_every_printed_page_has_parts_nothing() -> None:
    found = parted(*FIRST.split("\n"), HEAD, "1 | Meja | 4", HEAD, "2 | Kursi | 1")
    assert names(found) == [["Meja", "Kursi"]]


def test_a_section_without_a_head_of_its_own_parts_nothing() -> None:
    found = parted("INVENTARIS", HEAD, "1 | Meja | 4", "A. Ruang Fraksi", "2 | Kursi | 1")
    assert names(found) == [["Meja", "Kursi"]]


def test_a_sheet_without_rows_has_no_table() -> None:
    assert blocks("Catatan", []) == []


def test_a_label_and_what_it_is_make_a_title_in_cells_of_their_own() -> None:
    assert as_title("RUANGAN | : Fraksi") == "RUANGAN : Fraksi"
    assert as_title("RUANGAN | : | Fraksi") == "RUANGAN : Fraksi"
    assert as_title("RUANG FRAKSI") == "RUANG FRAKSI"
    assert as_title(HEAD) is None
