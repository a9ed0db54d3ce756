"""The matter a finding names, as the list had it then."""

from backend.field.findings.rules.finding import Finding
from backend.office.matters import Matter, matter_in_force


async def matter_of(finding: Finding | None) -> Matter | None:
    """As it stood when it was found, else when the finding came in; None where none was named."""
    if finding is None or not finding.matter_code:
        return None
    found = await matter_in_force(finding.township, finding.matter_code, finding.found_at)
    return found or await matter_in_force(finding.township, finding.matter_code, finding.received_at)
