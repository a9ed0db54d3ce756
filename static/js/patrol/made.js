// A patrol as it can be told from what was made of it on this phone. Pure.

import { samePlace } from "../outbox/envelope.js";

/**
 * `envelopes` oldest first. { state, title, since, endedAt, crew }: state none, active, paused or done; `crew` usernames, for what
 * they are called is the page's to know.
 */
export function patrolOf(id, envelopes) {
  const own = envelopes.filter(({ subject }) => samePlace(subject, { kind: "patrol", id }));
  const begun = own.find(({ method }) => method === "PUT")?.body;
  if (!begun) return { state: "none", crew: [] };
  const acts = own.filter(({ method }) => method === "POST");
  return {
    state: stateAfter(acts.map(nounOf)),
    title: begun.title,
    since: begun.started_at,
    endedAt: acts.find((act) => nounOf(act) === "end")?.body.at,
    crew: [...begun.crew, ...acts.filter((act) => nounOf(act) === "crew").map(({ body }) => body.username)],
  };
}

const nounOf = ({ url }) => url.slice(url.lastIndexOf("/") + 1);

function stateAfter(nouns) {
  if (nouns.includes("end")) return "done";
  return nouns.lastIndexOf("pause") > nouns.lastIndexOf("resumption") ? "paused" : "active";
}
