import type { Scene } from '../../core/timeline-scene';

/** A scene as a PNG, twice as fine as its pixels. Painted, not drawn from the SVG: the pages' policy lets no data address be an image. */
export async function paintScene({ width, height, ground, groups }: Scene, font: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: width * 2, height: height * 2 });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.scale(2, 2);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
  for (const shape of groups.flatMap(({ shapes }) => shapes)) {
    pen.globalAlpha = shape.kind === 'box' ? (shape.opacity ?? 1) : 1;
    if (shape.kind === 'text') {
      pen.font = `${shape.weight} ${shape.size}px ${font}`;
      pen.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
      pen.textBaseline = 'middle';
      pen.fillStyle = shape.fill;
      pen.fillText(shape.text, shape.x, shape.y);
      continue;
    }
    const path = new Path2D(shape.kind === 'line' ? shape.d : undefined);
    if (shape.kind === 'box') path.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
    pen.setLineDash(shape.kind === 'line' && shape.isDashed ? [4, 3] : []);
    if (shape.kind === 'box' && shape.fill) {
      pen.fillStyle = shape.fill;
      pen.fill(path);
    }
    if (shape.stroke) {
      pen.strokeStyle = shape.stroke;
      pen.lineWidth = shape.kind === 'line' ? shape.width : 1.5;
      pen.stroke(path);
    }
  }
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no image'))), 'image/png'));
}
