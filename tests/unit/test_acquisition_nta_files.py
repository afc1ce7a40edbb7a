"""One register file: every way it is written, and every way it is not one."""

from __future__ import annotations

import os
import tracemalloc
import zipfile
from xml.sax.saxutils import escape

import pytest

from mirasapo.acquisition.nta import RECORDED_CUT
from mirasapo.acquisition.nta.files import RegisterFile
from mirasapo.acquisition.nta.format import COLUMNS, Codes
from mirasapo.acquisition.nta.table import WrongFile
from tests.register_rows import deleted, number, row, written

CSV = written([row(1, name="株式会社甲"), row(2, name="株式会社乙")])


@pytest.fixture(scope="module")
def codes(catalog):
    return Codes.of(catalog)


@pytest.fixture
def read(codes, tmp_path):
    """Read bytes as a file: the readable rows, and the file with its refusals."""

    def reading(content: bytes, name: str = "diff.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        file = RegisterFile(path, name, codes)
        return list(file.rows()), file

    return reading


def names(rows):
    return [found.name for found in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_are_told_from_the_bytes(read, encoding, end):
    text = written([row(1, name="株式会社甲"), row(2, name="株式会社乙")], end)
    rows, file = read(text.encode(encoding))
    assert names(rows) == ["株式会社甲", "株式会社乙"]
    assert (file.rows_read, file.refused) == (2, [])


@pytest.mark.parametrize("layout", [23, 28, 30])
def test_layouts(read, layout):
    rows, _ = read(written([row(1, layout), row(2, layout)]).encode())
    assert len(rows) == 2


def test_one_damaged_byte_refuses_its_row_only(read):
    content = written([row(n, name="株式会社見本") for n in range(1, 4)]).encode()
    first, second, third, _ = content.split(b"\n")
    second = second.replace("見".encode(), b"\xe8\xa6\xff")
    rows, file = read(b"\n".join([first, second, third]))
    assert len(rows) == 2
    assert [(each.line, each.why) for each in file.refused] == [
        (2, "文字として読めないバイトが含まれています。")
    ]


def test_unclosed_quote_spoils_its_own_row_only(read):
    lines = written([row(1), row(2), row(3)]).splitlines()
    lines[1] = lines[1].replace("株式会社架空見本", '"株式会社架空見本')
    rows, file = read("\n".join(lines).encode())
    assert len(rows) == 2
    assert [each.line for each in file.refused] == [2]


def test_bad_rows_are_refused_one_by_one_with_their_lines(read):
    text = written([row(1), row(2, kind="300"), row(3), row(4, updated="x"), row(5)[:-1]])
    rows, file = read(text.encode())
    assert (len(rows), file.rows_read) == (2, 5)
    assert [each.line for each in file.refused] == [2, 4, 5]
    assert all(each.file == "diff.csv" and each.why.endswith("。") for each in file.refused)


def test_control_line_of_the_web_api(read):
    rows, file = read(("2021-07-15,2,1,1\r\n" + CSV).encode("cp932"))
    assert (len(rows), file.rows_read) == (2, 2)


def test_lines_are_counted_with_the_control_line(read):
    text = "2021-07-15,2,1,1\n" + written([row(1), row(2, kind="x")])
    assert [each.line for each in read(text.encode())[1].refused] == [3]


def test_part_of_a_divided_answer(read):
    assert len(read(("2021-07-15,5000,1,3\n" + CSV).encode())[0]) == 2


@pytest.mark.parametrize("control", ["2021-07-15,3,1,1", "2021-07-15,1,1,1", "2021-07-15,1,1,3"])
def test_count_that_does_not_hold_refuses_the_file(read, control):
    with pytest.raises(WrongFile, match="制御行"):
        read(f"{control}\n{CSV}".encode())


def test_answer_without_a_hit_has_no_rows(read):
    rows, file = read(b"2021-07-15,0,1,1\r\n")
    assert (rows, file.rows_read) == ([], 0)


def test_zip_with_a_signature_file(read, tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("31_tottori_all.csv.asc", "-----BEGIN PGP SIGNATURE-----")
        archive.writestr("31_tottori_all.csv", CSV.encode("utf-8-sig"))
    rows, file = read((tmp_path / "all.zip").read_bytes(), "download")
    assert len(rows) == 2
    assert file.zipped


def test_zip_of_several_names_the_member_in_a_refusal(read, tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a.csv", CSV)
        archive.writestr("b.csv", written([row(3), row(4, kind="x")]))
    _, file = read((tmp_path / "all.zip").read_bytes(), "both.zip")
    assert [each.file for each in file.refused] == ["both.zip:b.csv"]


def _zip(tmp_path, name, content):
    with zipfile.ZipFile(tmp_path / "made.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return (tmp_path / "made.zip").read_bytes()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "空です"),
        (b"\xff\xfe" + CSV.encode("utf-16-le"), "UTF-16"),
        (b"<?xml version='1.0'?><html/>", "XML ではありません"),
        (b"<corporations><count>1</count>", "途中で切れています"),
        (b"<corporations><count>1</count></corporations>", "件数"),
        (
            b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><corporations>&a;</corporations>",
            "文書型",
        ),
        (b"\n<html></html>", "HTML"),
        (b"a,b,c\n1,2,3\n", "23・28・30"),
        (b"\x00" * 200_000, "1行が長すぎます"),
        (b"2021-07-15,2,1,1\n", "23・28・30"),
        (written([row(1, kind="x"), row(2, kind="x")]).encode(), "1行も読み取れません"),
        (written([row(1), row(2)]).encode("euc-jp"), "文字コード"),
        (CSV.encode("utf-8").decode("cp932", "replace").encode(), "1行も読み取れません"),
    ],
)
def test_wrong_file_is_refused_whole(read, content, why):
    with pytest.raises(WrongFile, match=why):
        read(content)


def _xml(rows, count=None, names=COLUMNS):
    records = "".join(
        "<corporation>"
        + "".join(
            f"<{name}>{escape(value)}</{name}>" if value else f"<{name} />"
            for name, value in zip(names, values, strict=False)
        )
        + "</corporation>"
        for values in rows
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<corporations>'
        "<lastUpdateDate>2021-07-15</lastUpdateDate>"
        f"<count>{len(rows) if count is None else count}</count>"
        f"<divideNumber>1</divideNumber><divideSize>1</divideSize>{records}</corporations>"
    ).encode()


def test_xml_and_csv_say_the_same(read):
    rows = [row(1, name="株式会社甲&乙"), row(2, closed="2021-07-10", close_cause="01"), deleted(3)]
    from_xml, file = read(_xml(rows), "answer.xml")
    assert from_xml == read(written(rows).encode())[0]
    assert (file.media_type, file.rows_read, len(from_xml)) == ("application/xml", 3, 3)


def test_xml_of_an_older_version_leaves_columns_out(read):
    older, _ = read(_xml([row(1, 23)]), "answer.xml")
    assert older == read(written([row(1, 23)]).encode())[0]


def test_xml_rows_are_refused_by_their_number(read):
    rows, file = read(_xml([row(1), row(2, kind="x"), row(3)]), "answer.xml")
    assert (len(rows), [each.line for each in file.refused]) == (2, [2])


def test_xml_with_another_count_is_refused(read):
    with pytest.raises(WrongFile, match="件数"):
        read(_xml([row(1)], count=2))


def test_hopeless_file_is_given_up_early(read):
    with pytest.raises(WrongFile):
        read(written([row(1, kind="x")] * 5000).encode())


def test_zip_without_csv_or_damaged(read, tmp_path):
    with pytest.raises(WrongFile, match="CSV がありません"):
        read(_zip(tmp_path, "00.xml", "<x/>"))
    damaged = bytearray(_zip(tmp_path, "a.csv", CSV * 50))
    damaged[60] ^= 0xFF
    with pytest.raises(WrongFile, match="壊れています"):
        read(bytes(damaged))


def test_row_of_a_day_to_come_is_refused(read):
    """It would be the newest of its body for ever."""
    rows, file = read(written([row(1, updated="2999-12-31"), row(2)]).encode())
    assert [each.why for each in file.refused] == ["更新年月日が未来の日付です。"]
    assert len(rows) == 1


@pytest.mark.parametrize("layout", [23, 30])
def test_file_cut_in_its_last_row_is_refused_wherever_it_is_cut(read, layout):
    whole = written([row(n, layout) for n in (1, 2, 3)]).encode()
    begin = whole.rstrip(b"\n").rindex(b"\n") + 1
    complete = len(whole.rstrip(b"\r\n"))
    assert len(read(whole[:complete])[0]) == 3  # only the line's end is missing
    for cut in range(begin + 1, complete):
        with pytest.raises(WrongFile, match="途中で"):
            read(whole[:cut])


def test_zip_that_was_cut_short_is_called_broken(read, tmp_path):
    whole = _zip(tmp_path, "a.csv", CSV * 50)
    for cut in (10, len(whole) // 2, len(whole) - 1):
        with pytest.raises(WrongFile, match="zip が壊れています"):
            read(whole[:cut])


def test_what_is_no_file_is_refused_without_waiting(codes, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WrongFile, match="ふつうのファイルではありません"):
        list(RegisterFile(tmp_path / "pipe", "pipe", codes).rows())


def test_absent_file_and_folder(codes, tmp_path):
    for path, why in ((tmp_path / "nothing.csv", "ありません"), (tmp_path, "フォルダー")):
        with pytest.raises(WrongFile, match=why):
            list(RegisterFile(path, "x", codes).rows())


def test_recorded_cut_is_200_readable_rows_of_many_kinds(codes):
    file = RegisterFile(RECORDED_CUT, "cut", codes)
    rows = list(file.rows())
    assert (len(rows), file.refused) == (200, [])
    assert {"01", "11", "12", "13", "21", "22", "71", "81"} <= {each.process for each in rows}
    assert {"01", "11", "21", "31"} <= {each.close_cause for each in rows}
    assert any(each.out_of_search for each in rows)
    assert any(each.name_en for each in rows)
    assert any(each.address_outside for each in rows)


# ── hostile and hopeless ──────────────────────────────────────────────────────────────────────

THREE_GB = 3 << 30
LITTLE_MEMORY = 8 << 20


@pytest.fixture
def peak():
    """The Python heap's peak so far, in bytes."""
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()


def test_row_of_29_columns_is_named(read):
    with pytest.raises(WrongFile, match="最初の行は29列です。列の数が 23・28・30"):
        read(written([row(1, 29), row(2, 29)]).encode())
    _, file = read(written([row(1), row(2, 29), row(3)]).encode())
    ((line, why),) = ((each.line, each.why) for each in file.refused)
    assert line == 2
    assert "列数が29です" in why


def test_wrong_check_digit_is_named_with_its_line(read):
    spoilt = str((int(number(2)[0]) % 9) + 1) + number(2)[1:]
    _, file = read(written([row(1), row(2, number=spoilt)]).encode())
    assert [(each.line, each.why) for each in file.refused] == [
        (2, "法人番号の検査用数字(先頭の1桁)が合いません。")
    ]
    with pytest.raises(WrongFile, match="1行目: 法人番号の検査用数字"):
        read(written([row(2, number=spoilt)]).encode())


def test_file_of_3_gb_fills_no_memory(codes, tmp_path, peak):
    """Sparse: it holds rows, then three gigabytes of nothing without a line's end."""
    path = tmp_path / "huge.csv"
    path.write_bytes(CSV.encode())
    os.truncate(path, THREE_GB)
    with pytest.raises(WrongFile, match="3行目: 1行が長すぎます"):
        list(RegisterFile(path, "huge.csv", codes).rows())
    assert peak() < LITTLE_MEMORY


def test_3_gb_of_short_lines_that_are_no_rows_are_given_up_early(codes, tmp_path, peak):
    path = tmp_path / "huge.csv"
    path.write_bytes(b"x,y\n" * 2_000)
    os.truncate(path, THREE_GB)
    with pytest.raises(WrongFile, match="最初の行は2列"):
        list(RegisterFile(path, "huge.csv", codes).rows())
    assert peak() < LITTLE_MEMORY


@pytest.mark.parametrize("content", [b"\0", CSV.encode()])
def test_zip_bomb_is_refused_before_it_inflates(codes, tmp_path, peak, content):
    path = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("all.csv", "w", force_zip64=True) as member,
    ):
        block = content * ((1 << 20) // len(content))
        for _ in range(100):
            member.write(block)
    assert path.stat().st_size < 1 << 20
    with pytest.raises(WrongFile, match="膨らみます"):
        list(RegisterFile(path, "bomb.zip", codes).rows())
    assert peak() < LITTLE_MEMORY


def test_zip_that_lies_about_its_size_is_broken(read, tmp_path):
    """The size in the directory is believed, and what is behind it then does not add up."""
    whole = bytearray(_zip(tmp_path, "a.csv", CSV * 50))
    directory = whole.rindex(b"PK\x01\x02")
    whole[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    with pytest.raises(WrongFile, match=r"壊れています|途中で"):
        read(bytes(whole))


@pytest.mark.parametrize(
    "name", ["../all.csv", "/etc/all.csv", "a/../../all.csv", "..\\all.csv", "C:\\all.csv"]
)
def test_zip_with_a_path_outside_is_refused(read, tmp_path, name):
    with pytest.raises(WrongFile, match="フォルダーの外を指す名前"):
        read(_zip(tmp_path, name, CSV))
    assert not (tmp_path.parent / "all.csv").exists()


def test_zip_of_very_many_files_is_refused(read, tmp_path):
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for each in range(1_001):
            archive.writestr(f"{each}.csv", "")
    with pytest.raises(WrongFile, match="多すぎます"):
        read((tmp_path / "many.zip").read_bytes())
