import { createMeasure } from '../../components/measure-texts';
import { nameFilter } from '../../components/name-filter';
import type { TimelineModel } from '../../components/timeline-model';
import { type Language, toYears } from '../../core/dates';
import { listFilters } from '../../core/filter-events';
import { layOutTimeline, packTimeline } from '../../core/lay-out-timeline';
import { nameMonth, spellDate } from '../../core/spell-date';
import type { Strings } from '../../core/strings/en';
import { createScale, createStretches } from '../../core/timeline-scale';
import { drawScene, type Scene } from '../../core/timeline-scene';

/** As wide as a landscape page wants it, and high enough that the built-in history hides little in counts. */
const size = { width: 1500, height: 1060, rowHeight: { least: 22, most: 40 }, gap: 12 } as const;

export interface Composition {
  scene: Scene;
  heading: string;
  font: string;
}

/** The events that are shown as a drawing by itself, in light colours whatever the theme is: it goes onto paper and into other texts. */
export function composeScene(
  model: TimelineModel,
  { today, language, words }: { today: number; language: Language; words: Strings },
): Composition | undefined {
  const { value: loading } = model.loading;
  if (loading.kind !== 'ready') return undefined;
  const { timeline, index } = loading;
  const events = model.shown.value;
  const facts = model.facts.value.kind === 'ready' ? model.facts.value.byId : {};
  const probe = document.createElement('span');
  probe.style.cssText = 'position: absolute; visibility: hidden; color-scheme: light; font-size: 13px';
  document.body.append(probe);
  const read = (role: string) => {
    probe.style.color = `var(--lw-${role}, var(--lw-ink-3))`;
    return getComputedStyle(probe).color;
  };
  const font = getComputedStyle(probe).fontFamily;
  const [first] = index.events;
  const scale = createScale({
    stretches: createStretches({ first: first ? toYears(first.date) : today, today }),
    view: size.width,
    zoom: 0,
  });
  const lanes = timeline.lanes.filter(({ id }) => events.some((event) => event.lane === id));
  const packed = packTimeline({
    lanes: lanes.map(({ id }) => id),
    events: events.map(({ id, date, lane, importance, label }) => ({ id, date, lane, importance, label: label[language] })),
    scale,
    ...size,
    measure: createMeasure(probe),
  });
  const chosen = model.chosenEvent.value?.id;
  const layout = layOutTimeline(packed, { chosen, links: model.links.value, path: model.path.path.value });
  const filters = listFilters(model.filters.value).map((one) => nameFilter(one, timeline, { language, words }));
  const heading = `${words.product}${words.colon}${words.timeline}`;
  const scene = drawScene({
    layout,
    scale,
    heading,
    caption: [words.eventsShown(events.length, index.events.length), ...filters].join(words.comma),
    laneNames: Object.fromEntries(lanes.map(({ id, name }) => [id, name[language]])),
    chosen,
    describe: (id) => {
      const event = index.byId.get(id);
      return {
        title: event ? words.datedTitle(spellDate(event.date, language), event.title[language]) : id,
        href: facts[id]?.sources[0]?.url,
      };
    },
    nameMonth: (month) => nameMonth(month, language),
    colours: {
      ground: read('sheet'),
      ink: read('ink'),
      'ink-2': read('ink-2'),
      'ink-3': read('ink-3'),
      line: read('line'),
      edge: read('edge'),
      seal: read('seal'),
      tide: read('tide'),
    },
    laneColours: Object.fromEntries(lanes.map(({ id }) => [id, read(`lane-${id}`)])),
  });
  probe.remove();
  return { scene, heading, font };
}
