import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../core/dates';
import type { Hit } from '../core/search';
import type { Strings } from '../core/strings/en';
import { Icon } from './Icon';
import { SearchResults } from './SearchResults';
import type { TimelineModel } from './timeline-model';

/** The field and what it finds. Down and Up walk the results, Enter takes one (the first, if none is walked to), Escape closes them. */
export function SearchField({
  model,
  language,
  words,
  onChosen,
}: {
  model: TimelineModel;
  language: Language;
  words: Strings;
  onChosen: () => void;
}) {
  const { finder } = model;
  const results = finder.results.value;
  const [active, setActive] = useState(-1);
  const root = useRef<HTMLDivElement>(null);
  const hits = results.kind === 'found' ? results.hits : [];
  const isOpen = results.kind !== 'closed' && results.kind !== 'asking';
  useEffect(() => setActive(-1), [results]);
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) finder.close();
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [finder]);
  useEffect(() => {
    if (active >= 0) document.getElementById(`hit-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = (hit: Hit) => {
    if (hit.kind === 'event') model.chooseEvent(hit.id);
    else void model.chooseTerm(hit.id);
    onChosen();
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const steps: Record<string, () => void> = {
      ArrowDown: () => (isOpen ? setActive(Math.min(active + 1, hits.length - 1)) : void finder.search(finder.query.value)),
      ArrowUp: () => setActive(Math.max(active - 1, -1)),
      Enter: () => {
        const hit = hits[Math.max(active, 0)];
        if (hit) choose(hit);
      },
    };
    // the popup itself closes on Escape, so it may have the key only when there is nothing left to close here
    if (isOpen || finder.query.value) steps.Escape = () => (isOpen ? finder.close() : void finder.search(''));
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  };
  return (
    <div class="search" ref={root}>
      <div class="field">
        <Icon name="search" />
        <input
          id="search"
          type="search"
          // biome-ignore lint/a11y/noRedundantRoles: it has no list; the attribute is there for the types, which know no other combobox
          role="combobox"
          list={undefined}
          autoComplete="off"
          spellcheck={false}
          aria-label={words.search}
          aria-expanded={hits.length > 0}
          aria-controls="results"
          aria-autocomplete="list"
          {...(active >= 0 && { 'aria-activedescendant': `hit-${active}` })}
          placeholder={words.search}
          value={finder.query.value}
          onInput={(event) => void finder.search(event.currentTarget.value)}
          onFocus={() => finder.query.value && results.kind === 'closed' && void finder.search(finder.query.value)}
          onBlur={(event) => {
            if (event.relatedTarget instanceof Node && !root.current?.contains(event.relatedTarget)) finder.close();
          }}
          onKeyDown={press}
        />
        {finder.query.value === '' ? (
          <kbd>/</kbd>
        ) : (
          <button type="button" class="icon-button" aria-label={words.clear} title={words.clear} onClick={() => void finder.search('')}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <SearchResults model={model} active={active} isOpen={isOpen} language={language} words={words} onHit={choose} />
    </div>
  );
}
