// A small picture of a photo that waits, once its row comes into sight: opening sixty at once would keep a cheap phone busy.

const SIDE_PX = 112; // twice what it takes on the screen

const drawers = new WeakMap();
const sight = new IntersectionObserver((rows) => {
  for (const { isIntersecting, target } of rows) {
    if (!isIntersecting) continue;
    sight.unobserve(target);
    drawers.get(target)();
  }
});

/** Draws what `open()` answers (bytes, or nothing) into `canvas`; it stays hidden where this browser cannot read the picture. */
export function previewIn(row, canvas, open) {
  drawers.set(row, async () => {
    const bytes = await open();
    const image = bytes && (await createImageBitmap(new Blob([bytes]), { resizeHeight: SIDE_PX }).catch(() => null));
    if (!image) return;
    canvas.width = canvas.height = SIDE_PX;
    canvas.getContext("2d").drawImage(image, (SIDE_PX - image.width) / 2, 0);
    image.close();
    canvas.hidden = false;
  });
  sight.observe(row);
}
