"""The register of a provider's practitioners, as pages: for its managers, and for each person their own."""
