// Begins a download as soon as its link is there: what was asked for is ready.

export default function download(link) {
  link.click();
}
