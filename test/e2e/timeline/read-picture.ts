import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../modules/start/wait-for';

/** From where to where in the sheet, in pixels; `y` is the middle. */
interface Drawn {
  id: string;
  from: number;
  to: number;
  y: number;
}

export interface Picture {
  /** the width of the view, and of all that can be scrolled to */
  view: number;
  width: number;
  marks: Drawn[];
  labels: Drawn[];
  /** several events under one count: their ids, joined by spaces */
  counts: Drawn[];
  edges: { from: string; to: string; begin: [number, number]; end: [number, number] }[];
}

/** What the picture shows, read back from the document as it stands on the screen, when it fills its view and has come to rest. */
export async function readPicture(page: Page, zoom: number): Promise<Picture> {
  let last = '';
  return waitFor(
    async () => {
      const picture = await readOnce(page, zoom);
      const seen = JSON.stringify(picture);
      const isAtRest = seen === last && picture.width >= picture.view - 1;
      last = seen;
      return isAtRest && picture;
    },
    { what: `a picture at rest at zoom ${zoom}` },
  );
}

async function readOnce(page: Page, zoom: number): Promise<Picture> {
  await waitFor(
    () =>
      page.evaluate(
        (wanted) =>
          document.querySelector('.event') !== null &&
          document.querySelector('.sheet[aria-busy=true]') === null &&
          (location.hash.match(/zoom=(\d)/)?.[1] ?? '0') === wanted &&
          document.querySelector('.timeline')?.classList.contains('is-zoomed') === (wanted !== '0') &&
          document.getAnimations().every(({ playState }) => playState !== 'running'),
        String(zoom),
      ),
    { what: `the picture at zoom ${zoom}` },
  );
  const text = await page.evaluate(() => {
    const sheet = document.querySelector('.sheet') as HTMLElement;
    const origin = sheet.getBoundingClientRect();
    const place = (element: Element, id: string) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { id, from: left - origin.left, to: right - origin.left, y: (top + bottom) / 2 - origin.top };
    };
    const events = [...document.querySelectorAll<HTMLElement>('.sheet .event')];
    const part = (event: HTMLElement, selector: string) => {
      const element = event.querySelector(selector);
      return element ? [place(element, event.dataset['event'] ?? '')] : [];
    };
    return JSON.stringify({
      view: document.querySelector('.field-of-time')?.clientWidth,
      width: sheet.offsetWidth,
      marks: events.flatMap((event) => part(event, 'i')),
      labels: events.filter((event) => !event.classList.contains('inside')).flatMap((event) => part(event, 'span')),
      counts: [...document.querySelectorAll<HTMLElement>('.cluster')].map((count) => place(count, count.dataset['events'] ?? '')),
      edges: [...document.querySelectorAll<SVGPathElement>('.edge')].map((edge) => {
        const [begin, end] = [edge.getPointAtLength(0), edge.getPointAtLength(edge.getTotalLength())];
        return { from: edge.dataset['from'], to: edge.dataset['to'], begin: [begin.x, begin.y], end: [end.x, end.y] };
      }),
    });
  });
  return JSON.parse(text) as Picture;
}

/** Pairs that touch though they lie in one row. */
export function findCollisions({ marks, labels, counts }: Picture): string[] {
  const dots = [...marks, ...counts];
  const hit = (a: Drawn, b: Drawn) => Math.abs(a.y - b.y) < 8 && a.from < b.to - 0.5 && b.from < a.to - 0.5;
  const name = (a: Drawn, b: Drawn) => `${a.id} on ${b.id}`;
  return [
    ...labels.flatMap((a, at) => labels.slice(at + 1).flatMap((b) => (hit(a, b) ? [`label of ${name(a, b)}`] : []))),
    ...labels.flatMap((a) => dots.flatMap((b) => (a.id !== b.id && hit(a, b) ? [`label of ${name(a, b)}'s dot`] : []))),
    ...dots.flatMap((a, at) => dots.slice(at + 1).flatMap((b) => (hit(a, b) ? [name(a, b)] : []))),
  ];
}
