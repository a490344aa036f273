import { type ReadonlySignal, signal } from '@preact/signals';
import type { CardContent } from '../core/explain-term';
import type { Hit } from '../core/search';

type Explained = { kind: 'card'; card: CardContent } | { kind: 'unknown'; text: string; nearest: string[] };

/** What a search asks the worker; passed in. Each rejects when the worker does not answer. */
export interface SearchTransport {
  search(question: { query: string; limit?: number }): Promise<Hit[]>;
  explain(question: { term: string } | { text: string }): Promise<Explained>;
}

export type Results =
  | { kind: 'closed' }
  | { kind: 'asking' }
  | { kind: 'found'; hits: readonly Hit[] }
  | { kind: 'none'; nearest: readonly string[] }
  | { kind: 'failed' };

const maxHits = 20;

/** A question and its answers; an answer that comes after a later question is dropped. */
export function createSearchModel(transport: SearchTransport) {
  const query = signal('');
  const results = signal<Results>({ kind: 'closed' });
  /** what is known of terms by now: their identity stands beside them in the results */
  const cards = signal<ReadonlyMap<string, CardContent>>(new Map());
  let asked = 0;

  async function search(text: string): Promise<void> {
    query.value = text;
    const token = ++asked;
    if (!text.trim()) {
      results.value = { kind: 'closed' };
      return;
    }
    if (results.value.kind === 'closed') results.value = { kind: 'asking' };
    const found = await find(text).catch((): Results => ({ kind: 'failed' }));
    if (token !== asked) return;
    results.value = found;
    if (found.kind === 'found') await describeTerms(found.hits);
  }

  async function find(text: string): Promise<Results> {
    const hits = await transport.search({ query: text, limit: maxHits });
    if (hits.length > 0) return { kind: 'found', hits };
    const answer = await transport.explain({ text });
    return { kind: 'none', nearest: answer.kind === 'card' ? [answer.card.term] : answer.nearest };
  }

  async function describeTerms(hits: readonly Hit[]): Promise<void> {
    const unknown = hits.filter((hit) => hit.kind === 'term' && !cards.value.has(hit.id));
    const answers = await Promise.all(unknown.map((hit) => transport.explain({ term: hit.id }).catch(() => undefined)));
    keepCards(answers.flatMap((answer) => (answer?.kind === 'card' ? [answer.card] : [])));
  }

  function keepCards(more: readonly CardContent[]): void {
    if (more.length > 0) cards.value = new Map([...cards.value, ...more.map((card) => [card.term, card] as const)]);
  }

  /** The text stays in the field, its results go. */
  function close(): void {
    asked++;
    results.value = { kind: 'closed' };
  }

  return {
    query: query as ReadonlySignal<string>,
    results: results as ReadonlySignal<Results>,
    cards: cards as ReadonlySignal<ReadonlyMap<string, CardContent>>,
    search,
    close,
    keepCards,
  };
}
