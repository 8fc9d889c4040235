"""The app in a browser of this machine, and of no one else: textual-serve behind a guard."""
