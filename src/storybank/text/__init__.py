"""Plain text and markdown, without knowledge of stories."""
