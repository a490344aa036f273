import type { Language } from '../core/dates';
import type { Strings } from '../core/strings/en';
import { FilterChips } from './FilterChips';
import type { TimelineModel } from './timeline-model';
import { ViewTabs } from './ViewTabs';
import { ZoomControl } from './ZoomControl';

/** Which view, which events, how near. */
export function TimelineBar({
  model,
  naming,
  language,
  words,
}: {
  model: TimelineModel;
  naming: 'number' | 'title';
  language: Language;
  words: Strings;
}) {
  const { value: loading } = model.loading;
  return (
    <div class="bar">
      <ViewTabs view={model.view.value} words={words} onView={(view) => (model.view.value = view)} />
      <FilterChips
        chapters={loading.kind === 'ready' ? loading.timeline.chapters : []}
        chosen={model.chapters.value}
        isTurning={model.isTurning.value}
        onChapter={model.toggleChapter}
        onTurning={() => (model.isTurning.value = !model.isTurning.value)}
        {...{ naming, language, words }}
      />
      {model.view.value === 'picture' && <ZoomControl zoom={model.zoom.value} words={words} onZoom={model.setZoom} />}
    </div>
  );
}
