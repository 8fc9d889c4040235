"""From a question to stories: signals that each score all stories and tell why, and one fusion."""
