"""From files to findings: find the articles, check each, match the decisions, sort."""
