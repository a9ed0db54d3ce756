"""组织和人员 (M02): units, officers, 执法证. For administrators, who see people and no case."""
