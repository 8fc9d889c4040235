"""Training the matcher's model from the corpus: the extra `storybank[transformers]`."""
