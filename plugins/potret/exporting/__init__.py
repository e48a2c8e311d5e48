"""The site as plain Markdown: pages with their components in place, for engines that know no plugin of ours."""
