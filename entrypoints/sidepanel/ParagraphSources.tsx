import { useEffect, useState } from 'preact/hooks';
import { formatDate } from '../../core/dates';
import type { Receipt } from '../../core/gather-receipts';
import type { Strings } from '../../core/strings/en';
import type { PanelModel } from './model';

type State = { kind: 'loading' } | { kind: 'failed' } | { kind: 'found'; receipts: readonly Receipt[] };

/** Where what a paragraph tells is known from: its events and terms, each with its day and its sources. */
export function ParagraphSources({ id, paragraph, model, words }: { id: string; paragraph: string; model: PanelModel; words: Strings }) {
  const [state, setState] = useState<State>({ kind: 'loading' });
  const language = model.language.value;
  const ask = () => {
    setState({ kind: 'loading' });
    model.findReceipts(paragraph).then(
      (receipts) => setState({ kind: 'found', receipts }),
      () => setState({ kind: 'failed' }),
    );
  };
  useEffect(ask, [paragraph]);
  return (
    <div class="note receipts" id={id} role="note" aria-label={words.paragraphSources} aria-busy={state.kind === 'loading'}>
      {state.kind === 'failed' && (
        <p role="alert">
          {words.workerFailed}{' '}
          <button type="button" class="link-button" onClick={ask}>
            {words.tryAgain}
          </button>
        </p>
      )}
      {state.kind === 'found' && (
        <dl>
          {state.receipts.map((receipt) => (
            <div key={`${receipt.kind} ${receipt.id}`}>
              <dt>
                <time dateTime={receipt.date}>{formatDate(receipt.date, language)}</time> {receipt.name[language]}
              </dt>
              {receipt.sources.map(({ title, url }) => (
                <dd key={url} lang={languageOf(title)}>
                  <a href={url} target="_blank" rel="noreferrer">
                    {title}
                  </a>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** Sources keep the title that they have. */
const languageOf = (title: string): string => (/\p{Script=Han}/u.test(title) ? 'zh-Hans' : 'en');

export const hasReceipts = (runs: readonly (string | object)[]): boolean =>
  runs.some((run) => typeof run === 'object' && ('event' in run || 'term' in run));
