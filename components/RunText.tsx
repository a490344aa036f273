import type { ComponentChild } from 'preact';
import type { Run } from '../core/pack-schema';

/** What may not begin a line. */
const closing = /^[,.;:!?)\]、，。；：！？）》”’…]+/;

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
  const isButton = (run: Run | undefined) =>
    typeof run === 'object' && (('term' in run && onTerm !== undefined) || ('event' in run && onEvent !== undefined));
  /** A line may break after any button, so what closes a phrase is held to it. */
  const hold = (button: ComponentChild, next: Run | undefined) => {
    const sign = typeof next === 'string' && closing.exec(next)?.[0];
    return sign ? (
      <span class="unbroken">
        {button}
        {sign}
      </span>
    ) : (
      button
    );
  };
  return (
    <>
      {runs.map((run, at) => {
        if (typeof run === 'string') return isButton(runs[at - 1]) ? run.replace(closing, '') : run;
        if ('url' in run)
          return (
            <a href={run.url} target="_blank" rel="noreferrer">
              {run.text}
            </a>
          );
        if ('term' in run && onTerm)
          return hold(
            <button type="button" class="term" data-term={run.term} onClick={() => onTerm(run.term)}>
              {run.text}
            </button>,
            runs[at + 1],
          );
        if ('event' in run && onEvent)
          return hold(
            <button type="button" class="moment" onClick={() => onEvent(run.event)}>
              {run.text}
            </button>,
            runs[at + 1],
          );
        if (!('style' in run)) return run.text;
        if (run.style === 'code') return <code>{run.text}</code>;
        return run.style === 'em' ? <em>{run.text}</em> : <strong>{run.text}</strong>;
      })}
    </>
  );
}
