"""Plain English without a model: sentences, quantities, dates, phrases, matching of word lists."""
