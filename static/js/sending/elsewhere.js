// The same field was changed elsewhere: what stands there now is said under it in the words of the form, and the next
// try is made knowing of it.

/** A problem `changed_elsewhere` with sentences in place of values; any other problem as it is. */
export function withCurrent(form, problem) {
  if (problem.code !== "changed_elsewhere") return problem;
  form.elements.namedItem("base").value = problem.version;
  const fields = Object.entries(problem.current).map(([name, value]) => [name, sentence(wordsOf(form, name, value))]);
  const detail = "再按一次，就以你填的为准；要用别处的，照着改好再按。";
  return { ...problem, detail, fields: Object.fromEntries(fields) };
}

const sentence = (words) => (words ? `别处已改成：${words}` : "已在别处改过");

function wordsOf(form, name, value) {
  if (value === null || value === "") return "空";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value)) return value.map((each) => labelled(form, name, each)).join("、") || "空";
  if (typeof value === "object") {
    const parts = Object.entries(value).filter(([part, inner]) => inner && shownInput(form, `${name}.${part}`));
    return parts.map(([part, inner]) => labelled(form, `${name}.${part}`, inner)).join("，");
  }
  if (shownInput(form, name)?.type === "datetime-local") return atChina(value);
  return labelled(form, name, value);
}

/** The words beside the choice that stands for `value`; the value itself where it is typed. */
function labelled(form, name, value) {
  const choice = [...form.elements].find((control) => control.name === name && control.value === String(value));
  const words = choice?.closest("label")?.querySelector("span");
  const own = words && [...words.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  return own?.map((node) => node.data.trim()).join("") || String(value);
}

function shownInput(form, name) {
  return [...form.elements].find((control) => control.name === name && control.type !== "hidden");
}

function atChina(moment) {
  const shape = { timeZone: "Asia/Shanghai", month: "long", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit" };
  return new Date(moment).toLocaleString("zh-CN", shape);
}
