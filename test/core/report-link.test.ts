import { expect, it } from 'vitest';
import { explainTerm } from '../../core/explain-term';
import { createHistory } from '../../core/history';
import { reportLink, saidOfTerm } from '../../core/report-link';
import { chooseStrings } from '../../core/strings/choose-strings';
import { smallPack } from '../fixtures/small-pack';

const address = 'https://example.com/ovens/issues/new?labels=fact';

it('fills in the page of an issue with the fact and what is said of it, and keeps what the address has already', () => {
  const link = new URL(
    reportLink({ address, id: 'kiln', name: 'Kiln & Co', said: ['The first oven.', 'Then: it bakes?'] }, chooseStrings('en')),
  );
  expect(link.origin + link.pathname).toBe('https://example.com/ovens/issues/new');
  expect(Object.fromEntries(link.searchParams)).toEqual({
    labels: 'fact',
    title: 'Kiln & Co (kiln)',
    body: 'Little Whale says:\n\n> The first oven.\n>\n> Then: it bakes?\n\nWhat is wrong with it, and which source shows that?\n\n',
  });
});

it('quotes what the card shows, in the language that it is read in; a pack that takes no reports has no address', () => {
  const pack = { ...smallPack, reports: address };
  const id = pack.terms[0]?.id ?? '';
  const card = explainTerm(createHistory(pack), id);
  expect(card?.reports).toBe(address);
  expect(explainTerm(createHistory(smallPack), id)?.reports).toBeUndefined();
  if (!card) throw new Error(`no ${id}`);
  const said = saidOfTerm({ card, language: 'zh', words: chooseStrings('zh') });
  expect(said[0]).toBe(card.identity.zh);
  expect(said[1]).toMatch(/^那时：/);
});
