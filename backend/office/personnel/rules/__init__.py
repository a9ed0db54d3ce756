"""What an administrator may write down about units, people and certificates. Pure."""
