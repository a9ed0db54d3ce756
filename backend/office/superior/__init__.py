"""上级指挥: where a township reports to and asks for help; its name, telephone and platform, set by the administrator."""
