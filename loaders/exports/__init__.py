"""What the tools that people keep plans in write beside what was typed into them."""
