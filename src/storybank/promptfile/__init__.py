"""Prompt files: interview questions by principle, scenarios, cases and plain leadership questions."""

from storybank.promptfile.exercises import read_case, read_interview, read_scenario
from storybank.promptfile.judged import read_judged, write_judged
from storybank.promptfile.questions import read_prompts

__all__ = ["read_case", "read_interview", "read_judged", "read_prompts", "read_scenario", "write_judged"]
