"""A model folder in our form: what training writes and matching reads."""

from __future__ import annotations

ENCODER = "encoder.npz"
"""Weights of the encoder, int8 with one scale for each output."""
HEADS = "heads.npz"
"""Weights of the heads, float16: `<head>.weight` (behaviours, dimensions) and `<head>.bias`."""
TOKENIZER = "tokenizer.json"
ABOUT = "model.json"
"""`behaviours` (keys in the order of the heads' rows), `fingerprint`, `tokens` (longest text)."""

QUESTIONS = "questions"
STORIES = "stories"
"""The two heads: behaviours that a question asks for, behaviours that a story shows."""
