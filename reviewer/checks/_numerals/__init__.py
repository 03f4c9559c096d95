"""Numbers as texts write them: digits of every convention, words, dates, times of day."""
