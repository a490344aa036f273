import { foldTrail } from '../core/fold-trail';
import type { Strings } from '../core/strings/en';

/** The way down: which cards led to this one, the last name being its own. */
export function CardTrail({ names, words, onCrumb }: { names: readonly string[]; words: Strings; onCrumb: (depth: number) => void }) {
  return (
    <nav class="trail" aria-label={words.trail}>
      <ol>
        {foldTrail(names.length).map((crumb) => {
          if (crumb.kind === 'gap') return <li key="gap">…</li>;
          const { depth } = crumb;
          return depth === names.length - 1 ? (
            <li key={depth} aria-current="true">
              {names[depth]}
            </li>
          ) : (
            <li key={depth}>
              <button type="button" onClick={() => onCrumb(depth)}>
                {names[depth]}
              </button>
            </li>
          );
        })}
      </ol>
      <kbd>Esc</kbd>
    </nav>
  );
}
