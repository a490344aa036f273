import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Language, toYears } from '../core/dates';
import { findStep, stopsOf } from '../core/step-timeline';
import type { Strings } from '../core/strings/en';
import type { EventOutline, Link, Timeline } from '../core/timeline';
import type { Stretch } from '../core/timeline-scale';
import { ChapterRibbon, type RibbonOfChapters, ribbonHeight } from './ChapterRibbon';
import { LaneHeads } from './LaneHeads';
import { createNaming } from './name-event';
import { TimelineAxis } from './TimelineAxis';
import { TimelineLane } from './TimelineLane';
import { TimelineUnder } from './TimelineUnder';
import type { ShownYears } from './timeline-model';
import { glideTime, usePanAndZoom } from './use-pan-and-zoom';
import { places, useTimelineLayout } from './use-timeline-layout';
import { useTurns } from './use-turns';

export interface TimelinePictureProps {
  lanes: Timeline['lanes'];
  events: readonly EventOutline[];
  stretches: readonly Stretch[];
  chosen: EventOutline | undefined;
  links: readonly Link[];
  path: readonly Link[];
  zoom: number;
  /** a year to go to; each request is an object of its own */
  target: { year: number } | undefined;
  /** popup: low rows and short labels; tab: room for both */
  place: 'popup' | 'tab';
  /** the chapters above the lanes, where there is room for them */
  ribbon?: RibbonOfChapters | undefined;
  language: Language;
  words: Strings;
  onChoose: (id: string) => void;
  /** Enter on the chosen event */
  onDetail: () => void;
  onZoom: (level: number) => void;
  onShown: (years: ShownYears) => void;
}

/** From so many events on, the lanes of a new picture are drawn one a frame: all of 2,000 at once take 50 ms. */
const manyEvents = 400;

const noSpans: RibbonOfChapters['spans'] = [];

/** The history in lanes. One tab stop: Left and Right walk a lane, Up and Down change it, Home and End go to its ends. */
export function TimelinePicture(props: TimelinePictureProps) {
  const { lanes, events, chosen, links, path, zoom, target, place, ribbon, language, words, onChoose, onDetail, onZoom, onShown } = props;
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<string>();
  /** the event that takes the focus when the count that hid it has opened */
  const wanted = useRef<string | undefined>(undefined);
  const size = places[place];
  const titleOf = (number: number) => ribbon?.chapters.find((chapter) => chapter.number === number)?.title[language] ?? '';
  const spans = ribbon?.spans ?? noSpans;
  const { scale, layout, bars, zoom: drawnZoom } = useTimelineLayout({ ...props, spans, titleOf, chosen: chosen?.id, root, field, ruler });
  const above = ribbonHeight(bars);
  const [, redraw] = useState(0);
  const drawnFrom = useRef(0);
  const settled = useRef(scale);
  const view = Math.max(1, field.current?.clientWidth ?? 0);

  const left = usePanAndZoom({
    scroller: field,
    scale,
    zoom,
    anchorYear: chosen && toYears(chosen.date),
    target,
    onZoom,
    onShown: (years) => {
      onShown(years);
      if (Math.abs((field.current?.scrollLeft ?? 0) - drawnFrom.current) > margin / 2) redraw((count) => count + 1);
    },
  });
  drawnFrom.current = left;
  // once it stands, more than is seen is drawn to either side, so that scrolling meets what is there already
  const margin = settled.current === scale ? view : view / 8;
  const seen = { from: left - margin, to: left + view + margin };
  useEffect(() => {
    const timer = setTimeout(() => {
      settled.current = scale;
      if (drawnZoom > 0) redraw((count) => count + 1);
    }, glideTime);
    return () => clearTimeout(timer);
  }, [scale]);
  useEffect(() => {
    setStop(chosen?.id);
    // who walks along causes with the keys in the picture stays in it
    if (chosen && root.current?.contains(document.activeElement)) wanted.current = chosen.id;
  }, [chosen]);
  useEffect(() => {
    const mark = layout?.marks.find(({ id }) => id === chosen?.id);
    if (mark && field.current) bringIntoView(field.current, mark.x);
  }, [chosen]);
  useLayoutEffect(() => {
    if (wanted.current !== undefined && focusOn(root.current, wanted.current)) wanted.current = undefined;
  });

  const nameOf = useMemo(() => createNaming({ language, words }), [language]);
  const byId = useMemo(() => new Map(events.map((event) => [event.id, event])), [events]);
  const stops = useMemo(() => (layout ? stopsOf(layout) : []), [layout]);
  const current = stops.find(({ key }) => key === stop) ?? stops[0];
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !current || !field.current) return;
    const pan = event.shiftKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : undefined;
    const next = pan ? undefined : findStep({ stops, from: current, key: event.key });
    if (!pan && !next) return;
    event.preventDefault();
    if (pan) field.current.scrollBy({ left: (pan * field.current.clientWidth) / 3, behavior: glide() });
    if (!next) return;
    wanted.current = next.key;
    setStop(next.key);
    bringIntoView(field.current, next.x);
  };
  const related = useMemo(() => new Set([...links, ...path].flatMap(({ from, to }) => [from, to])), [links, path]);
  const acts = {
    press,
    choose: (id: string) => (id === chosen?.id ? onDetail() : onChoose(id)),
    /** A count opens by zooming in on its first event. */
    open: ([first]: readonly string[]) => {
      if (first === undefined) return;
      wanted.current = first;
      onChoose(first);
      onZoom(zoom + 1);
    },
  };
  const latest = useRef(acts);
  latest.current = acts;
  // the same functions all the time: a lane that has not changed is not drawn again
  const {
    onKeyDown,
    onChoose: onMark,
    onOpen,
  } = useMemo(
    () => ({
      onKeyDown: (event: KeyboardEvent) => latest.current.press(event),
      onChoose: (id: string) => latest.current.choose(id),
      onOpen: (ids: readonly string[]) => latest.current.open(ids),
    }),
    [],
  );
  const laneCount = layout?.lanes.length ?? 0;
  const drawing = useMemo(() => ({}), [layout, seen.from, seen.to]);
  const turn = useTurns({ drawing, parts: laneCount, isLarge: events.length > manyEvents });

  return (
    <div class={`timeline in-${place}${drawnZoom > 0 ? ' is-zoomed' : ''}`} ref={root}>
      {ribbon && bars.length > 0 && (
        <span class="ribbon-name" id="ribbon-name">
          {words.ribbon.name}
        </span>
      )}
      <LaneHeads top={above} layout={layout} lanes={lanes} hasNotes={place === 'tab'} language={language} />
      <div
        class="field-of-time"
        ref={field}
        style={{ height: `${above + (layout?.height ?? 0) + size.axis + (drawnZoom > 0 ? size.bar : 0)}px` }}
      >
        <div class="ruler event" ref={ruler} aria-hidden="true" />
        {ribbon && layout && bars.length > 0 && (
          <ChapterRibbon {...ribbon} {...{ bars, language, words }} width={layout.width} height={layout.height} />
        )}
        {layout && scale && (
          <div class="sheet" aria-busy={turn < laneCount} style={{ width: `${layout.width}px`, height: `${layout.height + size.axis}px` }}>
            {layout.lanes.map(({ id, top, height }) => (
              <div key={id} class="band" style={{ top: `${top}px`, height: `${height}px` }} />
            ))}
            <TimelineUnder layout={layout} seams={scale.seams} />
            {layout.lanes.map(({ id }, at) => (
              <TimelineLane
                key={id}
                isHeld={at >= turn}
                chosen={chosen?.id}
                stop={current?.key}
                onChoose={onMark}
                {...{ id, layout, byId, related, seen, nameOf, language, words, onOpen, onKeyDown }}
              />
            ))}
            <TimelineAxis ticks={scale.ticks} width={layout.width} seen={seen} language={language} />
          </div>
        )}
      </div>
    </div>
  );
}

/** False where it is not drawn yet. */
function focusOn(root: HTMLElement | null, key: string): boolean {
  const element = root?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  element?.focus({ preventScroll: true });
  return element !== null && element !== undefined;
}

/** Leaves the view alone where the mark and the beginning of its label are in it. */
function bringIntoView(field: HTMLElement, x: number): void {
  const room = 80;
  if (x >= field.scrollLeft + room / 2 && x <= field.scrollLeft + field.clientWidth - room) return;
  field.scrollTo({ left: x - field.clientWidth / 2, behavior: glide() });
}

function glide(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}
