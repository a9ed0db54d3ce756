// Leaflet comes only where a map is; its classic script is loaded once.
let loading;

/** `base` is the folder of Leaflet; `style` the sheet that lays our colours over it. */
export function leaflet(base, style) {
  loading ??= new Promise((resolve, reject) => {
    const failed = () => {
      loading = undefined;
      reject(new Error("Leaflet did not come"));
    };
    const sheets = [`${base}/leaflet.css`, style].map((href) =>
      Object.assign(document.createElement("link"), { rel: "stylesheet", href }),
    );
    const code = Object.assign(document.createElement("script"), { src: `${base}/leaflet.js`, onerror: failed });
    code.onload = () => resolve(window.L);
    document.head.append(...sheets, code);
  });
  return loading;
}
