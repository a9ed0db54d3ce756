"""What may be asked, who decides, from when to when somebody is away. Pure."""
