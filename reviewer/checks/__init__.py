"""One file per check: each reads a document and reports findings."""
