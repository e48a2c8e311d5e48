"""What makes a finished site safe and quick on any host: headers, redirects, sitemaps, twins, upload."""
