"""The terminal app: screens over `storybank.bank`. Logic stays below; a screen shows, asks, and passes on."""
