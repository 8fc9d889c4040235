"""Leadership principles: data in TOML files, and the resolution of the many names people give them."""

from storybank.principles.catalog import DEFAULT_SET, Principle, PrincipleSet, fold, load_principles

__all__ = ["DEFAULT_SET", "Principle", "PrincipleSet", "fold", "load_principles"]
