// Light, dark or as the device; 关怀模式. Kept in two cookies, so that the server draws the next page the same way.

const YEAR_S = 365 * 24 * 3600;

const remember = (name, value) => {
  document.cookie = `${name}=${value}; Path=/; Max-Age=${value ? YEAR_S : 0}; SameSite=Lax`;
};

function set(name, value) {
  if (value) document.body.dataset[name] = value;
  else delete document.body.dataset[name];
}

export default function appearance(form) {
  form.addEventListener("change", () => {
    const chosen = new FormData(form);
    const theme = chosen.get("theme") ?? "";
    const care = chosen.get("care") ? "1" : "";
    remember("ld-theme", theme);
    remember("ld-care", care);
    set("weuiTheme", theme);
    set("weuiMode", care && "care");
  });
}
