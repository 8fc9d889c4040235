"""`check`, `rules` and `numbers` as a person calls them; output formats byte for byte."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from storybank.bank.create import create_bank
from storybank.rules import RULES
from tests.check.sarif import violations
from tests.check.stories import CLEAN, FLAGGED
from tests.conftest import RunCli

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank with one flagged story and one clean, as the working directory."""
    root = create_bank(tmp_path / "bank")
    (root / "stories" / "OW-1-the-slow-build.md").write_text(FLAGGED, encoding="utf-8")
    (root / "stories" / "DR-1-the-parcels.md").write_text(CLEAN, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def golden(name: str, text: str) -> None:
    """Compare with the golden file; STORYBANK_UPDATE_GOLDEN writes it."""
    path = GOLDEN / name
    if os.environ.get("STORYBANK_UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_golden(style: str, bank: Path, run: RunCli) -> None:
    ran = run("check", "--format", style, "--level", "L7")
    assert ran.code == 1
    golden(f"check.{style}", ran.out)


def test_golden_sarif(bank: Path, run: RunCli) -> None:
    log = json.loads(run("check", "--format", "sarif", "--level", "L7").out)
    assert violations(log) == []
    driver = log["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]][: len(RULES)] == [rule.id for rule in RULES]
    for result in log["runs"][0]["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    driver["version"], driver["rules"] = "0", []
    golden("check.sarif", json.dumps(log, ensure_ascii=False, indent=2) + "\n")


def test_golden_numbers(bank: Path, run: RunCli) -> None:
    golden("numbers.text", run("numbers", "OW-1").out)


def test_json_has_the_shape_of_the_contract(bank: Path, run: RunCli) -> None:
    data = json.loads(run("check", "OW-1", "--format", "json").out)
    assert data["schema"] == 1
    assert set(data) == {"schema", "findings", "summary"}
    keys = ["rule", "severity", "file", "line", "column", "end_column", "section", "message", "evidence", "fix"]
    for finding in data["findings"]:
        assert list(finding) == keys
        assert finding["file"] == "stories/OW-1-the-slow-build.md"


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["DR-1"], 0),
        (["DR-1", "--fail-on", "info"], 0),
        (["OW-1", "--select", "blame"], 1),
        (["OW-1", "--select", "blame", "--fail-on", "error"], 0),
        (["OW-1", "--select", "impact-too-small", "--fail-on", "info", "--level", "L5"], 0),
        (["OW-9"], 2),
        (["missing.md"], 2),
        (["OW-1", "--stdin"], 2),
        (["--section", "result"], 2),
        (["--select", "hegding"], 2),
        (["--level", "L9"], 2),
    ],
)
def test_exit_codes(args: list[str], code: int, bank: Path, run: RunCli) -> None:
    assert run("check", *args).code == code


def test_files_and_folders_outside_the_bank(bank: Path, tmp_path: Path, run: RunCli) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.md").write_text(FLAGGED, encoding="utf-8")
    assert str(other / "x.md") in run("check", other / "x.md").out
    assert "1 story" in run("check", other).out


def test_a_broken_file_does_not_stop_the_others(bank: Path, run: RunCli) -> None:
    (bank / "stories" / "XX-1-binary.md").write_bytes(b"\xff\xfe\0\0")
    ran = run("check")
    assert ran.code == 3
    assert "XX-1-binary.md:1: not UTF-8 text" in ran.err
    assert "OW-1" in ran.out


def test_stdin_and_batch(bank: Path, run: RunCli, tmp_path: Path) -> None:
    ran = run("check", "--stdin", "--section", "result", "--format", "json", stdin="It went really well.")
    assert [f["rule"] for f in json.loads(ran.out)["findings"]] == ["vague-metric"]
    lines = [{"id": "p1", "text": "It went really well.", "section": "result"}, {"id": 2, "text": "I led it."}]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    rows = [json.loads(line) for line in run("check", "--batch", batch).out.splitlines()]
    assert [(row["schema"], row["id"], len(row["findings"])) for row in rows] == [(1, "p1", 1), (1, "2", 0)]
    assert run("check", "--batch", "-", stdin=batch.read_text()).out.count("\n") == 2


@pytest.mark.parametrize("line", ["text", "[]", '{"id": 1}', '{"text": 3}', '{"text": "a", "section": "coda"}'])
def test_a_bad_batch_line_is_named(line: str, bank: Path, run: RunCli) -> None:
    ran = run("check", "--batch", "-", stdin=f'{{"text": "fine"}}\n{line}\n')
    assert ran.code == 3
    assert "-:2: " in ran.err


def test_at_most_three_findings_unless_all(bank: Path, run: RunCli) -> None:
    few, every = run("check", "OW-1", "--level", "L7").out, run("check", "OW-1", "--level", "L7", "--all").out
    assert few.count("why:") == 3
    assert every.count("why:") > 3
    assert "more: storybank check OW-1 --all" in few


def test_readiness(bank: Path, run: RunCli) -> None:
    out = run("check", "--readiness").out
    assert "Ownership\t0 of 1" in out or "Ownership\tno" in out
    summary = json.loads(run("check", "--format", "json").out)["summary"]
    assert summary["stories"] == 2
    assert summary["ready"] == 1
    assert {row["name"]: row["ready"] for row in summary["principles"]} == {"Deliver Results": 1, "Ownership": 0}


def test_levels_of_the_settings(bank: Path, run: RunCli) -> None:
    settings = bank / "storybank.toml"
    settings.write_text("[levels.Staff]\nimpact_floor = 5_000_000\n", encoding="utf-8")
    ran = run("check", "DR-1", "--level", "staff", "--select", "impact-too-small")
    assert "Staff starts at $5M (storybank.toml)" in ran.out
    settings.write_text("[levels.Staff]\nimpact_flor = 5\n", encoding="utf-8")
    assert "unknown key 'impact_flor'" in run("check").err


def test_explain_and_rules(run: RunCli) -> None:
    for rule in RULES:
        ran = run("check", "--explain", rule.id)
        assert ran.code == 0
        assert rule.why in ran.out
    assert run("rules").out.count("\n") == len(RULES) + 3
    assert {rule["id"] for rule in json.loads(run("rules", "--json").out)["rules"]} >= {rule.id for rule in RULES}
    unknown = run("check", "--explain", "balme")
    assert unknown.code == 2
    assert "Did you mean 'blame'?" in unknown.err


def test_numbers_keeps_the_word_of_the_author(bank: Path, run: RunCli) -> None:
    ran = run("numbers", "OW-1", "--set", "70%=cannot confirm", "--set", "$60K a year=estimate")
    assert ran.code == 0, ran.err
    text = (bank / "stories" / "OW-1-the-slow-build.md").read_text(encoding="utf-8")
    assert text.replace("figures:\n  70%: cannot confirm\n  $60K a year: estimate\n", "") == FLAGGED
    figures = {f["text"]: f["standing"] for f in json.loads(run("numbers", "OW-1", "--json").out)["figures"]}
    assert figures["70%"] == "cannot confirm"
    assert figures["20 minutes"] is None
    assert "unknown key" not in run("list").err
    assert run("numbers", "OW-1", "--set", "99%=confirmed").code == 2
    assert run("numbers", "OW-1", "--set", "70%=maybe").code == 2


def test_watching_sees_a_write(tmp_path: Path) -> None:
    from storybank.cli.watching import changes_of

    path = tmp_path / "a.md"
    path.write_text("one")
    writes = iter([lambda: None, lambda: path.write_text("three"), path.unlink])
    seen = changes_of(lambda: sorted(tmp_path.glob("*.md")), sleep=lambda _: next(writes)())
    assert [len(next(seen)) for _ in range(3)] == [1, 1, 0]
