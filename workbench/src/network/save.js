// What is seen as a file.
import { said } from "../shared/texts.js";

/**
 * Hand a file to the browser.
 * @param {string} name
 * @param {Blob} blob
 */
export function give(name, blob) {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Draw a picture of SVG as PNG, twice as large as it says it is.
 * @param {string} drawing
 * @returns {Promise<Blob>}
 */
export async function png(drawing) {
  const address = URL.createObjectURL(new Blob([drawing], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    const scale = Math.min(2, 8_000 / Math.max(image.naturalWidth, image.naturalHeight));
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error(said("needs_webgl")))), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}
