"""What an interviewer would ask next about a story."""

from storybank.probes.ask import probes
from storybank.probes.model import Probe, Source

__all__ = ["Probe", "Source", "probes"]
