"""What a transcript of a telling shows."""
