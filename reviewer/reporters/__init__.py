"""One file per output: each turns findings into what a person or a platform reads."""
