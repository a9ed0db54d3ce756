// What may be kept on the phone. Everything not listed here goes to the network and nowhere else.

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

// Pages an officer needs on the street. Never the ledger, settings, people, or anyone's case papers.
const KEPT_PAGES = [
  /^\/$/,
  /^\/patrols$/,
  /^\/patrols\/new$/,
  /^\/patrols\/here(\/findings\/new)?$/,
  new RegExp(`^/patrols/${UUID}$`),
  new RegExp(`^/patrols/${UUID}/(findings/new|crew)$`),
  /^\/me(\/install)?$/,
  /^\/assists$/,
  /^\/checkins(\/new|\/here)?$/,
  new RegExp(`^/checkins/${UUID}$`),
  /^\/tasks$/,
  new RegExp(`^/tasks/${UUID}(/report)?$`),
  /^\/emergencies$/,
  new RegExp(`^/emergencies/${UUID}(/entries/new)?$`),
  new RegExp(`^/campaigns/${UUID}$`),
  /^\/duty(\/now)?$/,
  new RegExp(`^/duty/at/${self.SHELL.nowhere}$`),
  new RegExp(`^/duty/checks/${UUID}$`),
  /^\/outbox$/,
  new RegExp(`^/handoffs/here/${self.SHELL.nowhere}$`),
  /^\/matters\/ask$/,
  /^\/pocket$/,
];

// What these pages read besides; static/js/pocket/ puts it there.
const KEPT_FILES = ["/api/v1/sketch.geojson", "/api/v1/matters/asking"];

// A record that is only on this phone yet has no page of its own: one drawn beforehand stands in, with the record's id in it.
const STAND_INS = [
  [new RegExp(`^/patrols/(${UUID})$`), "/patrols/here"],
  [new RegExp(`^/patrols/(${UUID})/findings/new$`), "/patrols/here/findings/new"],
  [new RegExp(`^/checkins/(${UUID})$`), "/checkins/here"],
  [new RegExp(`^/duty/at/(${UUID})$`), `/duty/at/${self.SHELL.nowhere}`],
  [new RegExp(`^/handoffs/(?:here/|new\\?finding=)(${UUID})$`), `/handoffs/here/${self.SHELL.nowhere}`],
];

// Who wiped what: leaving by this address takes every kept page along.
const SIGN_OUT = "/sign-out";

// Whoever is shown this page is nobody: what was kept for somebody goes, also what came in while they were leaving.
const DOOR = "/login";

// A page is kept in a cache named by the person it was drawn for. The server says who, with this header.
const PERSON_HEADER = "Liandong-Person";

// "no": this one is not to be kept (a patrol that is filed, or another team's), although its address is on the list.
const KEEP_HEADER = "Liandong-Keep";

const PAGES = "liandong-pages-";
const SHELL_CACHE = `liandong-shell-${self.SHELL.version}`;

// How long a weak network may hold up a page that is already here.
const PATIENCE_MS = 4000;

const isStatic = (request, url) => request.method === "GET" && url.pathname.startsWith("/static/");

const leavesTheDevice = (request, url) => request.method === "POST" && url.pathname === SIGN_OUT;

const isDoor = (request, url) => request.method === "GET" && url.pathname === DOOR;

const mayKeepPage = (request, url) =>
  request.method === "GET" && !url.search && KEPT_PAGES.some((rule) => rule.test(url.pathname));

const isKeptFile = (request, url) => request.method === "GET" && KEPT_FILES.includes(url.pathname);

// { page, id } for an address a page can stand in for.
function standInFor(url) {
  for (const [rule, page] of STAND_INS) {
    const id = (rule.exec(url.pathname) ?? rule.exec(url.pathname + url.search))?.[1];
    if (id && id !== self.SHELL.nowhere) return { page, id };
  }
  return null;
}

const addressOf = (path) => `/static/${self.SHELL.version}/${path}`;

// /static/<digest>/path → the same path in the shell that is kept here.
const inThisShell = (url) => url.pathname.replace(/^\/static\/[^/]+\//, addressOf(""));
