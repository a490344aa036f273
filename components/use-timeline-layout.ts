import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Language } from '../core/dates';
import { layOutTimeline, type TimelineLayout, weightOf } from '../core/lay-out-timeline';
import { type ChapterBar, type ChapterSpan, placeChapters } from '../core/place-chapters';
import type { EventOutline, Link, Timeline } from '../core/timeline';
import { createScale, maxZoom, type Scale, type Stretch } from '../core/timeline-scale';
import { ribbonHeight } from './ChapterRibbon';
import { createMeasure } from './measure-texts';
import { usePackedTimeline } from './use-packed-timeline';
import { useViewBox } from './use-view-box';

/** Room of a place, in pixels: `bar` is kept for the scroll bar of a zoomed picture; `longFromZoom`: from where on whole titles are tried as labels. */
export const places = {
  popup: { rowHeight: { least: 16, most: 36 }, gap: 3, axis: 22, bar: 10, longFromZoom: { 3: 1, 2: 1, 1: 1 } },
  tab: { rowHeight: { least: 22, most: 44 }, gap: 12, axis: 28, bar: 10, longFromZoom: { 3: 0, 2: 1, 1: 1 } },
} as const;

/** A longer label is a sentence: the details have it. */
const longestLabel = 280;

export interface LayoutRequest {
  root: RefObject<HTMLElement | null>;
  field: RefObject<HTMLElement | null>;
  ruler: RefObject<HTMLElement | null>;
  place: keyof typeof places;
  lanes: Timeline['lanes'];
  events: readonly EventOutline[];
  stretches: readonly Stretch[];
  /** the chapters above the lanes, by their titles */
  spans: readonly ChapterSpan[];
  titleOf: (chapter: number) => string;
  chosen: string | undefined;
  links: readonly Link[];
  /** the links of a path from one event to another */
  path: readonly Link[];
  zoom: number;
  language: Language;
}

/** The picture for the room that there is, measured in the font that it is drawn in; undefined before the first measure. */
export function useTimelineLayout(request: LayoutRequest): {
  zoom: number;
  scale: Scale | undefined;
  layout: TimelineLayout | undefined;
  bars: readonly ChapterBar[];
} {
  const { root, field, ruler, place, lanes, events, stretches, spans, titleOf, chosen, links, path, zoom, language } = request;
  const height = useViewBox(root)?.height;
  const width = useViewBox(field, 'width')?.width;
  const size = places[place];
  const measure = useMemo(
    () => (ruler.current && width !== undefined ? createMeasure(ruler.current) : undefined),
    [language, width !== undefined],
  );
  const placeOver = (scale: Scale) =>
    measure ? placeChapters(spans, scale, (number) => measure(`${number} ${titleOf(number)}`, 600)) : [];
  const make = useMemo(() => {
    if (width === undefined || height === undefined || !measure) return undefined;
    const make = (level: number, scale: Scale) => ({
      lanes: lanes.map(({ id }) => id),
      events: events.map((event) => {
        const isLong = level >= size.longFromZoom[event.importance] && measure(event.title[language], weightOf(event)) <= longestLabel;
        return {
          id: event.id,
          date: event.date,
          lane: event.lane,
          importance: event.importance,
          label: event.label[language],
          long: isLong ? event.title[language] : undefined,
        };
      }),
      scale,
      height: height - ribbonHeight(placeOver(scale)) - size.axis - (level > 0 ? size.bar : 0),
      rowHeight: size.rowHeight,
      gap: size.gap,
      measure,
    });
    return (level: number) => make(level, createScale({ stretches, view: width, zoom: level }));
  }, [events, stretches, spans, width, height, measure]);
  const shown = usePackedTimeline(make, zoom, maxZoom);
  const packed = shown?.packed;
  const layout = useMemo(() => packed && layOutTimeline(packed, { chosen, links, path }), [packed, chosen, links, path]);
  const scale = packed?.request.scale;
  const bars = useMemo(() => (scale ? placeOver(scale) : []), [scale, spans]);
  return { zoom: shown?.zoom ?? zoom, scale, layout, bars };
}
