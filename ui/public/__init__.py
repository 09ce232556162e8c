"""What public copies leave out of a plan: said and asked at Upload, kept on Plan settings."""
