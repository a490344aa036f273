import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/Icon';
import type { ChapterHit } from '../../core/find-in-chapters';
import type { Strings } from '../../core/strings/en';
import { numberOf } from './Contents';
import type { FindModel } from './find-model';
import type { PanelModel } from './model';

/** A field, and the passages that hold its words. */
export function FindTab({ model, finder, words }: { model: PanelModel; finder: FindModel; words: Strings }) {
  const field = useRef<HTMLInputElement>(null);
  const found = finder.found.value;
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <div class="field">
        <Icon name="search" />
        <input
          ref={field}
          id="find"
          type="search"
          autoComplete="off"
          spellcheck={false}
          aria-label={words.findInChapters}
          placeholder={words.findInChapters}
          value={finder.query.value}
          onInput={(event) => void finder.find(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing && found.kind === 'found' && found.hits[0]) openHit(model, found.hits[0]);
          }}
        />
      </div>
      <p class="count" role="status">
        {found.kind === 'failed' && words.searchFailed}
        {found.kind === 'found' && (found.hits.length > 0 ? words.results(found.hits.length) : words.noPassage(finder.query.value))}
      </p>
      {found.kind === 'found' && (
        <ol class="hits">
          {found.hits.map((hit) => (
            <li key={`${hit.paragraph} ${hit.language} ${hit.start}`}>
              <button type="button" onClick={() => openHit(model, hit)}>
                <span class="numeral" aria-hidden="true">
                  {numberOf(hit.chapter, model.language.value)}
                </span>
                <span lang={hit.language === 'zh' ? 'zh-Hans' : 'en'}>
                  {hit.before}
                  <mark>{hit.match}</mark>
                  {hit.after}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function openHit(model: PanelModel, hit: ChapterHit): void {
  model.goTo({ chapter: hit.chapter, paragraph: hit.paragraph });
  model.passage.value = hit;
}
