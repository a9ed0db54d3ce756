"""Reading equipment: everybody of the township sees what there is and who has it."""
