"""What anybody may see without saying who they are."""
