import { useMemo } from 'preact/hooks';
import { type Language, toYears } from '../core/dates';
import { findChapterSpans } from '../core/place-chapters';
import type { Strings } from '../core/strings/en';
import { createStretches } from '../core/timeline-scale';
import { focusDetail } from './focus-detail';
import { LoadFailed } from './LoadFailed';
import { TimelineList } from './TimelineList';
import { TimelinePicture } from './TimelinePicture';
import type { TimelineModel } from './timeline-model';

export interface TimelineViewProps {
  model: TimelineModel;
  /** in years, 2026.4 */
  today: number;
  place: 'popup' | 'tab';
  language: Language;
  words: Strings;
}

/** The picture or the list, whichever is turned to; or why there is neither. */
export function TimelineView({ model, today, place, language, words }: TimelineViewProps) {
  const { value: loading } = model.loading;
  const [view, events, chosen] = [model.view.value, model.shown.value, model.chosenEvent.value];
  const first = loading.kind === 'ready' ? loading.index.events[0] : undefined;
  const shownLanes = model.filters.value.lanes;
  const lanes = useMemo(() => {
    const all = loading.kind === 'ready' ? loading.timeline.lanes : [];
    return all.filter(({ id }) => shownLanes.length === 0 || shownLanes.includes(id) || events.some((event) => event.lane === id));
  }, [loading, shownLanes, events]);
  const stretches = useMemo(() => createStretches({ first: first ? toYears(first.date) : today, today }), [first, today]);
  const all = loading.kind === 'ready' ? loading.index.events : undefined;
  const spans = useMemo(() => (all && place === 'tab' ? findChapterSpans(all) : []), [all, place]);
  return (
    <div class="view" id="view" role="tabpanel" aria-labelledby={`tab-${view}`} aria-busy={loading.kind === 'loading'}>
      {loading.kind === 'failed' && <LoadFailed text={words.workerFailed} words={words} onAgain={() => void model.load()} />}
      {loading.kind === 'ready' && events.length === 0 && (
        <div class="failed">
          <p>{words.noEvents}</p>
          <button type="button" class="button" onClick={model.showAll}>
            {words.showAll}
          </button>
        </div>
      )}
      {loading.kind === 'ready' && events.length > 0 && view === 'picture' && (
        <TimelinePicture
          lanes={lanes}
          links={model.links.value}
          path={model.path.path.value}
          target={model.target.value}
          zoom={model.zoom.value}
          onChoose={model.chooseEvent}
          onDetail={focusDetail}
          onZoom={model.setZoom}
          onShown={(years) => (model.years.value = years)}
          {...{ events, stretches, chosen, place, language, words }}
          {...(place === 'tab' && {
            ribbon: {
              chapters: loading.timeline.chapters,
              spans,
              chosen: model.filters.value.chapters,
              onChapter: (number) => model.toggle({ by: 'chapter', number }),
            },
          })}
        />
      )}
      {loading.kind === 'ready' && events.length > 0 && view === 'list' && (
        <TimelineList
          lanes={loading.timeline.lanes}
          chosen={chosen?.id}
          onChoose={model.chooseEvent}
          onDetail={focusDetail}
          {...{ events, language, words }}
        />
      )}
    </div>
  );
}
