"""What the screens are made of: the article, the card, the glossary entry, the title line."""
