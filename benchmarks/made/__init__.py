"""Plans of any size, made to be measured."""
