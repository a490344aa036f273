import type { ComponentChildren } from 'preact';
import type { Language } from '../core/dates';
import type { Strings } from '../core/strings/en';
import { FilterChips } from './FilterChips';
import { FilterPanel } from './FilterPanel';
import { FilterRow } from './FilterRow';
import { focusDetail } from './focus-detail';
import { Icon } from './Icon';
import type { TimelineModel } from './timeline-model';
import { type PageView, ViewTabs } from './ViewTabs';
import { ZoomControl } from './ZoomControl';

export interface TimelineBarProps {
  model: TimelineModel;
  naming: 'number' | 'title';
  language: Language;
  words: Strings;
  page?: PageView | undefined;
  onPage?: ((isOpen: boolean) => void) | undefined;
  /** what belongs to the page’s own view, while that is open */
  children?: ComponentChildren;
}

/** Which view, which events, how near. */
export function TimelineBar({ model, naming, language, words, page, onPage, children }: TimelineBarProps) {
  const { value: loading } = model.loading;
  const isPath = model.path.ends.value !== undefined;
  const turnTo = (view: typeof model.view.value) => {
    model.view.value = view;
    onPage?.(false);
  };
  return (
    <div class="bar">
      <ViewTabs view={model.view.value} page={page} words={words} onView={turnTo} onPage={() => onPage?.(true)} />
      {page?.isOpen ? (
        children
      ) : (
        <>
          {loading.kind !== 'loading' && (
            <>
              <FilterChips
                chapters={loading.kind === 'ready' ? loading.timeline.chapters : []}
                filters={model.filters.value}
                onToggle={model.toggle}
                {...{ naming, language, words }}
              />
              <span class="bar-tools">
                <FilterPanel model={model} language={language} words={words} />
                <button
                  type="button"
                  class="icon-button"
                  aria-label={words.pathFromTo}
                  title={words.pathFromTo}
                  aria-pressed={isPath}
                  onClick={() => {
                    if (isPath) model.path.close();
                    else {
                      model.beginPath(model.chosenEvent.value?.id);
                      focusDetail();
                    }
                  }}
                >
                  <Icon name="path" />
                </button>
              </span>
            </>
          )}
          {model.view.value === 'picture' && <ZoomControl zoom={model.zoom.value} words={words} onZoom={model.setZoom} />}
          <FilterRow model={model} language={language} words={words} />
        </>
      )}
    </div>
  );
}
