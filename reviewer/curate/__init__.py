"""Looking after glossaries: finding, editing, linting, merging and growing them."""
