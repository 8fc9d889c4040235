"""The database of a bank: an index that may be rebuilt at any time, and a history that exists nowhere else."""

from storybank.store.store import Store

__all__ = ["Store"]
