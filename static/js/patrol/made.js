// A patrol as it can be told from what was made of it on this phone. Pure.

import { samePlace } from "../outbox/envelope.js";

const LEADS_TO = { start: "active", pause: "paused", resumption: "active", end: "done" };

/**
 * `envelopes` oldest first. { state, title, since, endedAt, crew, begun }: state none, refused (it was not begun as it
 * was told: `begun` says why and can be mended), active, paused or done; `crew` usernames, for what
 * they are called is the page's to know.
 */
export function patrolOf(id, envelopes) {
  const own = madeOf(id, envelopes);
  const begun = own.find(({ method }) => method === "PUT");
  if (!begun) return { state: "none", crew: [] };
  const acts = own.filter(({ method }) => method === "POST");
  return {
    state: begun.state === "refused" ? "refused" : stateAfter("none", id, envelopes),
    title: begun.body.title,
    since: begun.body.started_at,
    endedAt: acts.find((act) => nounOf(act) === "end")?.body.at,
    begun,
    crew: [...begun.body.crew, ...acts.filter((act) => nounOf(act) === "crew").map(({ body }) => body.username)],
  };
}

/** What becomes of `state` by what was made since and was not refused; what is over stays over. */
export function stateAfter(state, id, envelopes) {
  const made = madeOf(id, envelopes).filter((each) => each.state !== "refused");
  return made.map(leadsTo).reduce((before, after) => (before === "done" ? before : after ?? before), state);
}

/** Ids of the patrols that were begun on this phone and that nobody else has heard of, as they lie in `envelopes`. */
export function begunHere(envelopes) {
  const begins = ({ method, subject, body }) => method === "PUT" && subject.kind === "patrol" && Boolean(body.started_at);
  return envelopes.filter(begins).map(({ subject }) => subject.id);
}

const madeOf = (id, envelopes) => envelopes.filter(({ subject }) => samePlace(subject, { kind: "patrol", id }));

function leadsTo(envelope) {
  if (envelope.method === "PUT") return envelope.body.started_at && "active";
  return LEADS_TO[nounOf(envelope)];
}

const nounOf = ({ url }) => url.slice(url.lastIndexOf("/") + 1);
