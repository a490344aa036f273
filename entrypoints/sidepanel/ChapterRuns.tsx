import type { Run } from '../../core/pack-schema';
import { splitAtQuotes } from '../../core/split-at-quotes';

/**
 * Running text of the chapters. Terms and events are links, not buttons: a button is one unbreakable box, which tears holes into a line
 * and lets a comma begin the next one. A plain click on a term opens its card (`explain-terms.ts`).
 */
export function ChapterRuns({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map((run) => {
        if (typeof run === 'string') return splitAtQuotes(run).flatMap((part, at) => (at > 0 ? [<wbr />, part] : part));
        if ('url' in run)
          return (
            <a href={run.url} target="_blank" rel="noreferrer">
              {run.text}
            </a>
          );
        if ('term' in run)
          return (
            <a
              class="term"
              data-term={run.term}
              href={`timeline.html#term=${run.term}`}
              target="_blank"
              aria-haspopup="dialog"
              rel="noopener"
            >
              {run.text}
            </a>
          );
        if ('event' in run)
          return (
            <a class="moment" href={`timeline.html#event=${run.event}`} target="_blank" rel="noopener">
              {run.text}
            </a>
          );
        if (run.style === 'code') return <code>{run.text}</code>;
        return run.style === 'em' ? <em>{run.text}</em> : <strong>{run.text}</strong>;
      })}
    </>
  );
}
