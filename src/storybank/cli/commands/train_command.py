"""`storybank train`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import write
from storybank.errors import UsageError

if TYPE_CHECKING:
    from storybank.bank.bank import Bank

_BASE = "--base wants a BERT model: its name on the hub, or a local folder, such as all-MiniLM-L6-v2"
_EXTRA = frozenset({"torch", "datasets", "accelerate", "sentence_transformers"})
"""What the extra 'transformers' brings."""


@click.command("train")
@click.option(
    "--base",
    default="sentence-transformers/all-MiniLM-L6-v2",
    show_default=True,
    metavar="MODEL",
    help="The model that is tuned: a name or a local folder.",
)
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Where the model is written.")
@click.option("--epochs", type=click.FloatRange(min=0), default=4.0, show_default=True)
@click.option("--with-bank", is_flag=True, help="Learn from the tagged stories of your bank too.")
@click.option("--ship", is_flag=True, help="Replace the model inside the package, and all that is fitted to it.")
@options.bank_option
def command(base: str, out: Path | None, epochs: float, with_bank: bool, ship: bool, bank_dir: Path | None) -> None:
    """Train the matcher's model from the corpus; same corpus, same seed, same model."""
    try:
        from storybank.training.fit import Settings
        from storybank.training.run import train_model
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        raise UsageError("training needs sentence-transformers", hint="pip install 'storybank[transformers]'") from None
    from storybank.bank.bank import open_bank
    from storybank.embed.behaviour_model import SHIPPED

    if ship == (out is not None):
        raise UsageError("say where the model goes", hint="--out DIR, or --ship to replace the packaged one")
    folder = SHIPPED if out is None else out
    sample = open_bank(cwd=Path("/"), env={}, narrate=narrate)
    own = [options.open_bank(bank_dir)] if with_bank else []
    try:
        report = train_model(base, folder, sample, own, Settings(epochs=epochs), narrate)
    except (OSError, ValueError) as error:
        raise UsageError(f"'{base}' cannot be tuned into {folder}: {str(error).splitlines()[0]}", hint=_BASE) from None
    write(f"model\t{folder}")
    write(f"stories set aside\t{report.stories}")
    write(f"central behaviours among the first 16\t{report.recall:.3f}")
    write(f"cosine with the given grades\t{report.cosine:.3f}")
    if ship:
        _fit_to_model(sample)
    else:
        narrate(f'use it with storybank.toml: [match] model = "{folder.resolve()}"')


def _fit_to_model(bank: Bank) -> None:
    """What depends on the shipped model: the sample stories as it reads them, and the confidence."""
    from storybank.bank.judged import judged_files
    from storybank.bank.judged_arrays import save_arrays
    from storybank.bank.understanding import save_sample
    from storybank.embed.behaviour_model import BehaviourModel
    from storybank.match.confidence import CALIBRATION
    from storybank.training.calibrate import calibrate_confidence

    model = BehaviourModel()
    save_sample(bank, model, narrate)
    save_arrays(judged_files(bank)[0], [card.id for card in bank.cards], model, narrate)
    for basis, area in calibrate_confidence(bank, CALIBRATION, narrate).items():
        write(f"answered or not, {basis} stories: AUC, cross-validated\t{area:.3f}")
