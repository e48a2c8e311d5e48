"""Everything seen: Material overrides, page and component templates, style sheets and scripts. No logic."""
