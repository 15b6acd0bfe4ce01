"""Parts of pages that are drawn from figures: lines, maps and funnels, each always beside its table."""
