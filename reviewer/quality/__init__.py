"""Quality figures: what the translation was worth, by figures that MT people trust."""
