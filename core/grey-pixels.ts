/** How much of its strength a picture keeps that is greyed. */
const strength = 0.6;

/** Greys RGBA pixels in place: each to its luma (ITU-R BT.709), and paler. */
export function greyPixels(pixels: Uint8ClampedArray): void {
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    pixels.fill(Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue), at, at + 3);
    pixels[at + 3] = Math.round(alpha * strength);
  }
}
