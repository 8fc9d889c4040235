"""Parts that several screens show, one a file."""
