"""What stands on the table at an ekspose, made of the same data as the site."""
