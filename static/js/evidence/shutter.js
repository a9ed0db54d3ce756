// From the picture a camera shows to a JPEG: once, at the shutter, with the longer side as the township set it.

const QUALITY = 0.9;

export async function shoot(video, edge) {
  const scale = Math.min(1, edge / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext("2d").drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", QUALITY);
  });
}

/** The camera at the back, as sharp as the edge asks for. Throws where there is none or it is not allowed. */
export async function openStream(edge) {
  if (!navigator.mediaDevices?.getUserMedia) throw new Error("no camera on this page");
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: "environment" }, width: { ideal: edge }, height: { ideal: Math.round(edge * 0.75) } },
  });
}
