"""All plans: each in short, by committee."""
