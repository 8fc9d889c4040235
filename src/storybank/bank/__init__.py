"""The application: what the command line and the terminal app both call."""
