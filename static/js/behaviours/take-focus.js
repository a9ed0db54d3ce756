// Takes the focus when it appears: what went wrong is read first.

export default function takeFocus(element) {
  element.focus();
}
