"""`mirasapo rulebook check` as a vendor calls it: a file, a batch, a live endpoint."""

from __future__ import annotations

import json
import ssl
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from openpyxl import load_workbook
from typer.testing import CliRunner

from mirasapo.catalog import Catalog
from mirasapo.catalog.example import minimal_filing
from mirasapo.catalog.workbook import template
from mirasapo.cli import rulebook
from mirasapo.errors import BadInput, NotFound, Upstream
from mirasapo.intake.conformance.endpoint import fetch
from tests.factories import body_of, file_of, sha256_of
from tests.officer_cells import at

runner = CliRunner()


@pytest.fixture
def filing(catalog: Catalog) -> dict[str, Any]:
    made = minimal_filing(catalog, "04")
    for entry in made["attachments"]:
        entry["sha256"] = sha256_of(file_of(entry["name"]))
    return made


def ask(*words: str, exit_code: int = 0) -> Any:
    result = runner.invoke(rulebook.app, ["check", *words, "--json"], catch_exceptions=False)
    assert result.exit_code == exit_code, result.output
    return json.loads(result.stdout)


def told(*words: str, exit_code: int = 0) -> str:
    result = runner.invoke(rulebook.app, ["check", *words], catch_exceptions=False)
    assert result.exit_code == exit_code, result.output
    return result.stdout


def test_a_form_in_excel_is_checked_like_its_filing(tmp_path, catalog, filing):
    path = tmp_path / "filing.xlsx"
    path.write_bytes(template(catalog, "04", filing))
    assert ask(str(path), "--programme", "04")["holds"]
    with pytest.raises(BadInput, match="制度 04 の様式に書かれています"):
        ask(str(path), "--programme", "05")
    book = load_workbook(path)
    title, cell = at("04", "business_identity.established_on")
    book[title][cell].value = "03/04/05"
    book.save(path)
    with pytest.raises(BadInput, match=r"D\d+ 設立年月日"):
        ask(str(path), "--programme", "04")


def test_a_good_file_ends_with_0_and_its_files_may_be_given(tmp_path, filing):
    path = tmp_path / "filing.json"
    path.write_bytes(body_of(filing))
    said = ask(str(path), "--programme", "04")
    assert said["holds"]
    assert "--attach" in said["notes"]["R-08-19"]
    words = []
    for entry in filing["attachments"]:
        (tmp_path / entry["name"]).write_bytes(file_of(entry["name"]))
        words += ["--attach", str(tmp_path / entry["name"])]
    said = ask(str(path), "--programme", "04", *words)
    assert (said["holds"], said["notes"]) == (True, {})
    (tmp_path / filing["attachments"][0]["name"]).write_bytes(b"%PDF-other")
    assert ask(str(path), "--programme", "04", *words, exit_code=2)["broken"] == ["R-08-17"]


def test_a_bad_file_ends_with_2_and_says_rule_place_why_and_cure(tmp_path, filing):
    filing["items"]["business_identity.capital_yen"] = "1000万円"
    path = tmp_path / "filing.json"
    path.write_bytes(body_of(filing))
    text = told(str(path), "--programme", "04", exit_code=2)
    assert "R-10-13 [必須] 1件目(申請番号 EXAMPLE-04-1) items business_identity.capital_yen" in text
    assert "違い: 「資本金または出資の額」値の形が違います。" in text
    assert "規則: 金額と数は JSON の数" in text
    assert "直し方: 整数の金額で書きます" in text
    assert "機械では確かめられない規則 20" in text


def test_a_recommendation_alone_ends_with_0(tmp_path, filing):
    filing["attachments"][0]["sha256"] = None
    path = tmp_path / "filing.json"
    path.write_bytes(body_of(filing))
    assert ask(str(path), "--programme", "04")["broken"] == ["R-08-18"]


@pytest.mark.parametrize("content", [b"[]", b"", b" \n", b"[ ]\n"])
def test_a_batch_of_nothing_is_refused(tmp_path, content):
    path = tmp_path / "batch.json"
    path.write_bytes(content)
    with pytest.raises(BadInput, match="一件もありません"):
        told(str(path), "--programme", "04")
    with served(content) as url, pytest.raises(BadInput, match="一件もありません"):
        told(url, "--programme", "04")


def test_a_byte_order_mark_is_named_with_its_cure(tmp_path, filing):
    path = tmp_path / "filing.json"
    for content in (body_of(filing), b"[" + body_of(filing) + b"]"):
        path.write_bytes(b"\xef\xbb\xbf" + content)
        text = told(str(path), "--programme", "04", exit_code=2)
        assert "違い: 先頭に BOM(UTF-8 の印)があります。" in text
        assert "直し方: BOM のない UTF-8 で保存し直してください。" in text


def test_what_cannot_be_read_at_all_is_refused(tmp_path):
    with pytest.raises(NotFound, match="制度"):
        told("nowhere.json", "--programme", "99")
    with pytest.raises(BadInput, match="読めません"):
        told(str(tmp_path / "nowhere.json"), "--programme", "04")
    with pytest.raises(BadInput, match="アドレス"):
        told("http://", "--programme", "04")


@contextmanager
def served(
    body: bytes,
    kind: str = "application/json; charset=utf-8",
    status: int = 200,
    context: ssl.SSLContext | None = None,
) -> Iterator[str]:
    """A vendor's endpoint that answers every GET so; `seen` holds what it was asked with."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.server.seen = dict(self.headers)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answers)
    server.handle_error = lambda *_: None  # a refused handshake is what is tested
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        scheme = "http" if context is None else "https"
        yield f"{scheme}://localhost:{server.server_port}/filings"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory) -> tuple[Path, Path]:
    """A certificate for localhost that only who is given it trusts, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("tls")
    paths = folder / "cert.pem", folder / "key.pem"
    paths[0].write_bytes(made.public_bytes(Encoding.PEM))
    paths[1].write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return paths


@pytest.fixture
def tls(certificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


def test_an_endpoint_without_tls_breaks_r_06_06_and_its_filings_are_checked(filing):
    bad = filing | {"fiscal_year": 2024}
    with served(b"[" + body_of(filing) + b"," + body_of(bad) + b"]") as url:
        said = ask(url, "--programme", "04", exit_code=2)
    assert said["filings"] == 2
    found = {(each["rule"], each["filing"]) for each in said["breaches"]}
    # the same number and version twice with other content is a breach as well
    assert found == {("R-06-06", 0), ("R-08-21", 0), ("R-08-08", 2), ("R-11-06", 2)}
    assert "GET" in said["not_applicable"]["R-08-13"]


@pytest.mark.parametrize(
    ("body", "kind", "status", "what"),
    [
        (b"{}", "text/html", 200, "JSON の形式の名前ではありません。"),
        ('{"a": "é"}'.encode("latin-1"), "application/json", 200, "返事が UTF-8 ではありません。"),
        (
            b"{}",
            "application/json; charset=Shift_JIS",
            200,
            "Content-Type の charset が UTF-8 ではありません。",
        ),
        (b"{}", "application/json", 200, "TLS の上で返していません。"),
        (b"no", "text/plain", 500, "誤りの形が違います。"),
        (b"{}", "application/problem+json", 404, "申請を返さず、状態 404 を返しました。"),
    ],
)
def test_how_an_endpoint_answers_is_r_08_21(body, kind, status, what):
    with served(body, kind, status) as url:
        answer = fetch(url)
    assert what in [each.what for each in answer.findings if each.rule == "R-08-21"]
    assert (answer.body is None) == (status != 200)


def test_good_tls_holds_and_a_token_is_carried(filing, tls, certificate):
    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    with served(body_of(filing), context=tls) as url:
        answer = fetch(url, "secret-token", verify=trusting)
    assert (answer.findings, answer.seen) == ([], {"R-06-06", "R-08-21"})
    assert answer.body == body_of(filing)


@pytest.mark.parametrize("kind", ['application/json; charset="UTF-8"', "application/json"])
def test_the_name_of_utf_8_may_be_written_in_any_way(filing, tls, certificate, kind):
    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    with served(body_of(filing), kind, context=tls) as url:
        assert fetch(url, verify=trusting).findings == []


def test_a_certificate_that_nobody_vouches_for_breaks_r_06_06(filing, tls):
    with served(body_of(filing), context=tls) as url:
        said = ask(url, "--programme", "04", exit_code=2)
    assert (said["broken"], said["filings"]) == (["R-06-06"], 0)
    assert said["not_applicable"]["R-10-01"] == "読める申請がありません。"


def test_old_tls_breaks_r_06_06(filing, tls, certificate):
    tls.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        tls.minimum_version = ssl.TLSVersion.TLSv1
        tls.maximum_version = ssl.TLSVersion.TLSv1_1
    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    with served(body_of(filing), context=tls) as url:
        answer = fetch(url, verify=trusting)
    assert [each.rule for each in answer.findings] == ["R-06-06"]


def test_nobody_there_is_an_outside_fault():
    with served(b"{}") as url:
        pass
    with pytest.raises(Upstream, match="答えません"):
        fetch(url)
