"""How the tables of the names are learned: corpus, channel, pairs, boosted trees."""
