"""What an interviewer would ask next about a story."""

from storybank.probes.ask import Probe, Source, probes

__all__ = ["Probe", "Source", "probes"]
