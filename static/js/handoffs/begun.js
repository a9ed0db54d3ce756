// What a handoff begins with that comes from a finding of this phone. Pure.

import { inChina } from "../moments.js";
import { samePlace } from "../outbox/envelope.js";

/** Values by the names of the form; `envelopes` oldest first: the finding as it was made and changed here since. */
export function begunFrom(finding, envelopes, now) {
  const own = envelopes.filter(({ subject }) => samePlace(subject, { kind: "finding", id: finding }));
  const { found_at, facts, address, matter_code, ongoing, party } = Object.assign({}, ...own.map(({ body }) => body));
  const at = inputOf(now);
  return {
    discovered_at: found_at ? inputOf(new Date(found_at)) : at,
    "stop_record.at": at,
    "notice_record.at": at,
    ...given({ facts, address, matter_code, ongoing }),
    ...Object.fromEntries(Object.entries(given(party ?? {})).map(([name, value]) => [`party.${name}`, value])),
  };
}

const given = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ""));

/** As a datetime-local input takes it, at +08:00. */
const inputOf = (moment) => inChina(moment).toISOString().slice(0, 16);
