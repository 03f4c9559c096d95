"""What a glossary is: terms, rules, packs and the files that hold them."""
