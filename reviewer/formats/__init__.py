"""One file per article format: each parses a file into Documents with exact raw offsets."""
