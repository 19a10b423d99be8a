"""What people and programs see: forms, views and templates, and no law."""
