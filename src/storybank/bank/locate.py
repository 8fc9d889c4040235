"""Which bank a command works on, and where its database is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from storybank.bank.config import FILE_NAME
from storybank.errors import UsageError

APP = "storybank"
HOME_VARIABLE = "STORYBANK_HOME"
STATE_FOLDER = ".storybank"
DATABASE = "storybank.db"


class Origin(StrEnum):
    """How a bank was found."""

    OPTION = "the option --bank"
    UPWARDS = "storybank.toml here or above"
    ENVIRONMENT = HOME_VARIABLE
    USER = "the user's data folder"
    SAMPLE = "the sample bank"


@dataclass(frozen=True, slots=True)
class Location:
    """A bank's folder and how it was found."""

    root: Path
    origin: Origin

    @property
    def is_sample(self) -> bool:
        """Whether this is the packaged, read-only bank."""
        return self.origin is Origin.SAMPLE

    @property
    def name(self) -> str:
        """What people call it: its folder's name."""
        return "sample bank" if self.is_sample else self.root.name


def sample_root() -> Path:
    """The packaged sample bank; in an editable install the folders of the checkout."""
    package = Path(__file__).resolve().parent.parent
    packaged = package / "sample"
    return packaged if packaged.is_dir() else package.parent.parent


def user_root() -> Path | None:
    """The bank in the user's data folder, None where the system knows no such folder."""
    from platformdirs import user_data_path

    path = user_data_path(APP, appauthor=False)
    return path / "bank" if path.is_absolute() else None


def locate(explicit: Path | None, cwd: Path, env: Mapping[str, str]) -> Location:
    """The bank a command works on: --bank, upwards from `cwd`, $STORYBANK_HOME, the data folder, the sample bank.

    Raises:
        UsageError: --bank or $STORYBANK_HOME names a folder that is no bank.
    """
    if explicit is not None:
        return Location(_checked(explicit, "--bank"), Origin.OPTION)
    for folder in (cwd, *cwd.parents):
        if (folder / FILE_NAME).is_file():
            return Location(folder, Origin.UPWARDS)
    if home := env.get(HOME_VARIABLE):
        return Location(_checked(Path(home).expanduser(), HOME_VARIABLE), Origin.ENVIRONMENT)
    user = user_root()
    if user and (user / FILE_NAME).is_file():
        return Location(user, Origin.USER)
    return Location(sample_root(), Origin.SAMPLE)


def _checked(folder: Path, named_by: str) -> Path:
    if not (folder / FILE_NAME).is_file() and not (folder / "stories").is_dir():
        raise UsageError(f"{named_by} names {folder}, which is no bank", hint=f"Make one: storybank init {folder}")
    return folder.resolve()


def database_path(location: Location) -> Path | None:
    """Where a bank's database is; None where a read-only bank has no place for one."""
    if not location.is_sample:
        return location.root / STATE_FOLDER / DATABASE
    user = user_root()
    return user.parent / "sample" / DATABASE if user else None
