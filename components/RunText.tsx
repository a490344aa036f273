import type { Run } from '../core/pack-schema';

/** Running text of the pack: words, terms, events, addresses. Text is text here, whatever it holds. */
export function RunText({
  runs,
  onTerm,
  onEvent,
}: {
  runs: readonly Run[];
  onTerm?: ((term: string) => void) | undefined;
  onEvent?: ((event: string) => void) | undefined;
}) {
  return (
    <>
      {runs.map((run) => {
        if (typeof run === 'string') return run;
        if ('url' in run)
          return (
            <a href={run.url} target="_blank" rel="noreferrer">
              {run.text}
            </a>
          );
        if ('term' in run && onTerm)
          return (
            <button type="button" class="term" data-term={run.term} onClick={() => onTerm(run.term)}>
              {run.text}
            </button>
          );
        if ('event' in run && onEvent)
          return (
            <button type="button" class="moment" onClick={() => onEvent(run.event)}>
              {run.text}
            </button>
          );
        if (!('style' in run)) return run.text;
        if (run.style === 'code') return <code>{run.text}</code>;
        return run.style === 'em' ? <em>{run.text}</em> : <strong>{run.text}</strong>;
      })}
    </>
  );
}
