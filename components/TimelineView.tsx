import { useMemo } from 'preact/hooks';
import { type Language, toYears } from '../core/dates';
import type { Strings } from '../core/strings/en';
import { createStretches } from '../core/timeline-scale';
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
  onView?: ((years: { from: number; to: number }) => void) | undefined;
}

/** The picture or the list, whichever is turned to; or why there is neither. */
export function TimelineView({ model, today, place, language, words, onView }: TimelineViewProps) {
  const { value: loading } = model.loading;
  const [view, events, chosen] = [model.view.value, model.shown.value, model.chosenEvent.value];
  const first = loading.kind === 'ready' ? loading.index.events[0] : undefined;
  const stretches = useMemo(() => createStretches({ first: first ? toYears(first.date) : today, today }), [first, today]);
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
          lanes={loading.timeline.lanes}
          links={model.links.value}
          zoom={model.zoom.value}
          onChoose={model.chooseEvent}
          onDetail={focusDetail}
          onZoom={model.setZoom}
          {...{ events, stretches, chosen, place, language, words, onView }}
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

/** To the heading of what was chosen, once it is drawn. */
export function focusDetail(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#detail h2')?.focus());
}
