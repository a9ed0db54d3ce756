// The two panes of the ledger. A row opens its record beside the list and writes its address; going back shows the list
// where it was left, without asking the server again. A remark refreshes the record and its line in the list.

const WIDE = matchMedia("(min-width: 768px)");
const OURS = { ledger: true };
const ON_ITS_WAY = "[data-row].htmx-request"; // a tap was there before this was

let split;
let listTop = 0;
let quiet = false;

export default function ledger(element) {
  const first = !split;
  split = element;
  if (first) watchPage();
  history.replaceState(OURS, "");
  element.addEventListener("click", take, { capture: true });
  element.addEventListener("click", rememberPlace);
  element.addEventListener("htmx:afterSwap", ofThisList(opened));
  element.addEventListener("htmx:afterRequest", ofThisList(quietEnds));
  element.addEventListener("sent", refresh);
  if (WIDE.matches && !recordOpen() && !split.querySelector(ON_ITS_WAY)) openQuietly(firstInSight());
}

function watchPage() {
  addEventListener("popstate", (event) => event.state?.ledger && show(new URL(location.href)));
  document.addEventListener("htmx:pushedIntoHistory", () => history.replaceState(OURS, ""));
  document.querySelector("[data-ledger-back]")?.addEventListener("click", back);
}

/** An answer to what an earlier list had asked for is heard in what is left of that list. */
const ofThisList = (heard) => (event) => event.currentTarget === split && heard(event);

const recordOpen = () => split.querySelector("#record [data-record]");

/** Folded plans are not in sight, though newer engines keep giving their rows an offsetParent. */
const firstInSight = () => [...split.querySelectorAll("[data-row]")].find((row) => !row.closest("details:not([open])"));

/** A tap on the row whose record opened by itself: it is the person's own from now on. A second copy would take away the map they
 * have begun to look around in. */
function take(event) {
  const row = event.target.closest("[data-row][aria-current]");
  if (!row || event.ctrlKey || event.metaKey || location.pathname === row.pathname) return;
  if (quiet) quiet = false;
  else if (recordOpen()?.dataset.url === row.pathname) {
    history.pushState(OURS, "", row.href);
    one(true);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function rememberPlace(event) {
  if (event.target.closest("[data-row]") && !split.classList.contains("ld-split_one")) listTop = scrollY;
}

function opened(event) {
  if (event.target.id !== "record") return;
  const { requestPath } = event.detail.pathInfo;
  if (!quiet) {
    if (!requestPath.includes("changed=")) history.pushState(OURS, "", requestPath);
    one(true);
  }
}

/** The first record of a wide page opens by itself; the address stays that of the list. */
function openQuietly(row) {
  if (!row) return;
  quiet = true;
  row.setAttribute("aria-current", "true");
  load(row.href, row);
}

function quietEnds() {
  quiet = false;
}

/** On a phone there is room for one pane: the record hides the list and the other way round. */
function one(record) {
  split.classList.toggle("ld-split_one", record);
  document.body.classList.toggle("ld-ledger_one", record);
  if (WIDE.matches) return;
  scrollTo(0, record ? 0 : listTop);
  if (record) split.querySelector("#record").focus({ preventScroll: true });
}

function back(event) {
  if (!split.querySelector("[data-row]")) return;
  event.preventDefault();
  history.pushState(OURS, "", split.dataset.list);
  one(false);
  split.querySelector("[data-row][aria-current]")?.focus({ preventScroll: true });
}

function show(address) {
  const list = new URL(split.dataset.list, location.href);
  if (address.search !== list.search) return location.reload();
  if (address.pathname === list.pathname) return one(false);
  const row = document.getElementById(`line-${address.pathname.split("/").pop()}`);
  if (!row) return location.reload();
  for (const other of split.querySelectorAll("[data-row][aria-current]")) other.removeAttribute("aria-current");
  one(true);
  openQuietly(row);
}

function refresh(event) {
  const record = event.target.closest("#record")?.querySelector("[data-record]");
  if (!record) return;
  event.preventDefault();
  const address = new URL(split.dataset.list, location.href);
  address.pathname = record.dataset.url;
  address.searchParams.set("changed", "1");
  load(address.pathname + address.search, "#record");
}

/** A tap on another row takes the place of what is still on its way: that is no fault. */
function load(address, source) {
  htmx.ajax("GET", address, { source, target: "#record", swap: "innerHTML show:none" }).catch(() => undefined);
}
