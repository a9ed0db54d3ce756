// Puts a usual phrase into a field, after what already stands there.

export default function phrase(button) {
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.into);
    const text = button.dataset.text ?? button.textContent.trim();
    field.value = field.value.trim() ? `${field.value.trim()}${/[。；！？]$/.test(field.value.trim()) ? "" : "；"}${text}` : text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
}
