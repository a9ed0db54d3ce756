// Shows short words for four seconds. The server says them with HX-Trigger: {"tell": "已存下"}, scripts with tell().

const SHOWN_MS = 4000;

export default function toast(element) {
  let timer;
  document.addEventListener("tell", (event) => {
    const words = event.detail?.value ?? event.detail;
    if (typeof words !== "string") return;
    element.textContent = words;
    element.classList.add("is-shown");
    clearTimeout(timer);
    timer = setTimeout(() => {
      element.classList.remove("is-shown");
      element.textContent = "";
    }, SHOWN_MS);
  });
}
