import type { Source } from '../core/pack-schema';
import type { Strings } from '../core/strings/en';

/** Where a fact comes from: each receipt by its host, with its title as the tooltip. */
export function SourceLinks({ sources, words }: { sources: readonly Source[]; words: Strings }) {
  return (
    <span class="sources">
      {words.sources}
      {words.colon}
      {sources.map((source, at) => (
        <span key={source.url} class="source">
          <a href={source.url} target="_blank" rel="noreferrer" title={source.title}>
            {new URL(source.url).hostname.replace(/^www\./, '')}
          </a>
          {at < sources.length - 1 && words.comma}
        </span>
      ))}
    </span>
  );
}
