"""The suite mirrors backend/; rig/ holds what it stands on, house/ the rules of the house, journeys/ the browser."""
