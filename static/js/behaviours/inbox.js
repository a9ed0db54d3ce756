// The two panes of an inbox. A row opens its record beside the list, the address names it; what is done there draws record
// and list anew where they stand, ticks and scrolling kept. ↑ ↓ walk (list-keys), Enter goes into the record, Esc comes back,
// the space bar ticks. Without room for two panes a row is a link and an act draws the page.

import { tell } from "../tell.js";

const WIDE = matchMedia("(min-width: 768px)");

export default function inbox(split) {
  const record = split.querySelector("#record");
  if (!record) return;
  const rows = () => [...split.querySelectorAll("[data-row]")];
  const rowOf = (id) => rows().find((row) => row.dataset.row === id);
  const opened = () => record.querySelector("[data-record]")?.dataset.record;

  split.addEventListener("click", (event) => {
    const row = event.target.closest("[data-row]");
    if (!row || !WIDE.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.replaceState(history.state, "", addressWith(row.dataset.row));
    show(record, row.href).then(() => (opened() === row.dataset.row ? enter(record, row) : mark(rows(), opened())));
  });
  split.addEventListener("keydown", (event) => walk(event, rowOf(opened())));
  split.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "handoffs" || event.target === record) mark(rows(), opened());
  });
  split.addEventListener("sent", (event) => {
    if (!WIDE.matches) return;
    event.preventDefault();
    drawAnew(split, record, record.querySelector("[data-record]")?.dataset.url, event.detail.words);
  });
  if (WIDE.matches) begin(record, rows(), rowOf(new URLSearchParams(location.search).get("open")));
}

/** The row the address names, else the first: its record stands beside the list from the start. */
function begin(record, rows, named) {
  const row = named ?? rows[0];
  if (!row) return;
  mark(rows, row.dataset.row);
  if (named) named.scrollIntoView({ block: "center" });
  show(record, row.href);
}

/** A tap on another row takes the place of what is still on its way: that is no fault. */
function show(record, address) {
  return htmx.ajax("GET", address, { source: record, target: record, swap: "innerHTML show:none" }).catch(() => undefined);
}

function walk(event, current) {
  const row = event.target.closest("[data-row]");
  if (row && event.key === "Enter") row.dataset.enter = "";
  const tick = row?.parentElement.querySelector(".ld-tick");
  if (event.key === " " && tick) {
    event.preventDefault();
    tick.click();
  }
  if (event.key === "Escape" && event.target.closest("#record") && !event.target.closest("dialog")) current?.focus();
}

function enter(record, row) {
  if (row.dataset.enter === undefined) return;
  delete row.dataset.enter;
  record.querySelector("[data-record]").focus({ preventScroll: true });
}

async function drawAnew(split, record, address, words) {
  const ticked = [...split.querySelectorAll(".ld-tick:checked")].map((tick) => tick.value);
  await htmx.ajax("GET", location.pathname + location.search, {
    source: split,
    target: "#handoffs",
    select: "#handoffs",
    selectOOB: "#handoffs-sum",
    swap: "outerHTML show:none",
  });
  for (const tick of split.querySelectorAll(".ld-tick")) if (ticked.includes(tick.value)) tick.click();
  tell(words);
  if (!address) return;
  await show(record, address);
  record.querySelector("[data-record]")?.focus({ preventScroll: true });
}

function mark(rows, id) {
  for (const row of rows) row.toggleAttribute("aria-current", false);
  rows.find((row) => row.dataset.row === id)?.setAttribute("aria-current", "true");
}

function addressWith(id) {
  const address = new URL(location.href);
  address.searchParams.set("open", id);
  return address;
}
