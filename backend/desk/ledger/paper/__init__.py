"""The paper page of one patrol (联合巡查台账): gathered, filled, set in the press, noted in the journal."""
