// How far the server's clock is ahead of the device's own (ms), so that a wrong one does not show: by the moment a page was drawn at. A page
// that was kept on the phone was drawn long ago; there the device's own clock is all there is.

export const aheadOf = (drawnAt) => (document.body.dataset.keptAt ? 0 : Date.parse(drawnAt) - Date.now());
