"""The right STAR story for any behavioural interview question."""

__version__ = "0.1.0"
