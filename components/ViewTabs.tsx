import type { Strings } from '../core/strings/en';
import type { View } from './timeline-model';

const views: readonly View[] = ['picture', 'list'];

/** Timeline or list: two tabs over the same facts. The panel that they open has the id `view`. */
export function ViewTabs({ view, words, onView }: { view: View; words: Strings; onView: (view: View) => void }) {
  const turn = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other = view === 'picture' ? 'list' : 'picture';
    onView(other);
    document.getElementById(`tab-${other}`)?.focus();
  };
  return (
    <div class="segments" role="tablist" aria-label={words.view} onKeyDown={turn}>
      {views.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-controls="view"
          aria-selected={one === view}
          tabIndex={one === view ? 0 : -1}
          onClick={() => onView(one)}
        >
          {one === 'picture' ? words.timeline : words.list}
        </button>
      ))}
    </div>
  );
}
