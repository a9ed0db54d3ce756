// Leaflet comes only where a map is; its classic script is loaded once.
let loading;

export function leaflet(base) {
  loading ??= new Promise((resolve, reject) => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = `${base}/leaflet.css`;
    const script = document.createElement("script");
    script.src = `${base}/leaflet.js`;
    script.onload = () => resolve(window.L);
    script.onerror = reject;
    document.head.append(style, script);
  });
  return loading;
}
