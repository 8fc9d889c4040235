"""Models that turn texts into vectors, behind one method."""

from storybank.embed.encoder import Encoder

__all__ = ["Encoder"]
