import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { FrameStops, Stop } from '../../core/choose-stop';
import { listDrawn } from '../../core/mark-source';
import { pageWorld } from '../../platform/page-bridge';

/** Answers what stands in a frame, in reading order, when the reader asks for the next term: frames of other sites know nothing of each other. */
export default defineUnlistedScript((): FrameStops => {
  const { marks, cards } = pageWorld();
  const frames = [...document.querySelectorAll('iframe, frame')].flatMap((element) => {
    const frame = numberOf(window, (element as HTMLIFrameElement).contentWindow);
    return frame < 0 ? [] : [{ element, stop: { kind: 'frame' as const, frame, isPast: element.getBoundingClientRect().bottom < 0 } }];
  });
  const drawn = marks ? listDrawn(marks) : [];
  const stops: Stop[] = [];
  for (const mark of drawn) {
    while (frames[0] && marks?.isBefore(frames[0].element, mark)) stops.push(...frames.splice(0, 1).map(({ stop }) => stop));
    stops.push({ kind: 'mark', term: mark.term, isPast: (marks?.rectsOf(mark)[0]?.y ?? 0) < 0 });
  }
  const last = cards?.lastByHand;
  return {
    path: pathOf(window),
    stops: [...stops, ...frames.map(({ stop }) => stop)],
    ...(last && { last: { nth: drawn.indexOf(last.mark), time: last.time } }),
    hasFocus: document.hasFocus(),
    isOpen: cards?.isOpen ?? false,
    isCounted: cards?.isCounted ?? false,
  };
});

/** Which documents are whose is open to every frame, of whatever site: nothing has to be said for it that the page could hear. */
function pathOf(view: Window): number[] {
  return view === view.parent ? [] : [...pathOf(view.parent), numberOf(view.parent, view)];
}

function numberOf(parent: Window, child: Window | null): number {
  for (let n = 0; n < parent.length; n++) if (parent[n] === child) return n;
  return -1;
}
