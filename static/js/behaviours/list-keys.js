// A list of links walked with the arrow keys: the focus moves, and the row under it opens. Home and End go to its ends;
// rows that are folded away are passed over.

const STEPS = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

const OPEN_AFTER_MS = 150;

export default function listKeys(list) {
  let timer;
  list.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input:not([type=checkbox]), select, textarea")) return;
    const rows = [...list.querySelectorAll("[data-row]")].filter((row) => row.offsetParent);
    const last = rows.length - 1;
    const current = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
    const from = current >= 0 ? current : rows.findIndex((row) => row.getAttribute("aria-current") === "true");
    const row = rows[Math.min(Math.max(step(from, last), 0), last)];
    if (!row) return;
    event.preventDefault();
    row.focus();
    row.scrollIntoView({ block: "nearest" });
    clearTimeout(timer);
    timer = setTimeout(() => row.click(), OPEN_AFTER_MS);
  });
  list.addEventListener("click", (event) => {
    const row = event.target.closest("[data-row]");
    if (!row || event.ctrlKey || event.metaKey) return;
    for (const other of list.querySelectorAll("[data-row][aria-current]")) other.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
  });
}
