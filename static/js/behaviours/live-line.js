// Says that what stands here may be old: the line to the server is down, or there is news for a part somebody is at work in.

export default function liveLine(bar) {
  const words = bar.querySelector("[data-words]");
  const note = bar.querySelector("[data-note]");
  const fresh = bar.querySelector("[data-anew]");
  let down = false;
  let waiting = false;

  function show() {
    bar.hidden = !(down || waiting);
    words.textContent = down ? "实时中断" : "这一页有新变化";
    note.textContent = down ? "每30秒刷新一次" : "写完、关掉对话框后自动更新";
    fresh.hidden = down;
  }

  document.addEventListener("ld:line", ({ detail }) => {
    down = !detail;
    show();
  });
  document.addEventListener("ld:waiting", ({ detail }) => {
    waiting = detail;
    show();
  });
  fresh.addEventListener("click", () => location.reload());
}
