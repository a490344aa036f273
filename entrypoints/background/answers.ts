import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { isKnownDate, type KnownDate } from '../../core/dates';
import { explainTerm } from '../../core/explain-term';
import { findDoubt } from '../../core/find-doubt';
import { gatherReceipts } from '../../core/gather-receipts';
import { gatherFacts } from '../../core/outline-timeline';
import { readChange } from '../../core/settings';
import { tellBook } from '../../core/tell-book';
import { tellMoment } from '../../core/tell-moment';
import { tellPage } from '../../core/tell-page';
import { type Explanation, onMessage, type PanelTarget, sendMessage } from '../../platform/messages';
import { keepSettings } from '../../platform/settings-store';
import { hearEscape } from './hear-escape';
import { injectScript } from './inject-script';
import { type Library, loadHistory } from './load-history';
import { isMarkingOff } from './mind-sites';
import { openPanelFrom } from './open-panel';

const maxNearest = 5;
const maxHits = 50;

/**
 * All that the worker does for the other places, in one look.
 * Questions come from content scripts too, and a page's renderer may be compromised: each is checked before it is used.
 */
export function answerQuestions(): void {
  onMessage('explain', async ({ data }) => explain(await loadHistory(), v.parse(explainQuestion, data)));
  onMessage('search', async ({ data }) => {
    const { query, limit } = v.parse(searchQuestion, data);
    return (await loadHistory()).search.find(query, Math.min(limit ?? maxHits, maxHits));
  });
  onMessage('getEventFacts', async () => gatherFacts((await loadHistory()).history));
  onMessage('explainPage', async ({ data }) => {
    const { terms, date } = v.parse(pageQuestion, data);
    return tellPage({ history: (await loadHistory()).history, terms, date });
  });
  onMessage('findInChapters', async ({ data }) => (await loadHistory()).chapters.find(v.parse(passageQuestion, data)));
  onMessage('getChapters', async () => tellBook((await loadHistory()).history));
  onMessage('getReceipts', async ({ data }) => gatherReceipts((await loadHistory()).history, v.parse(receiptQuestion, data).paragraph));
  // where marking is off the answer is settled too: the page need not ask again
  onMessage('loadAnnotator', async ({ sender }) => (await isMarkingOff(sender.tab)) || injectInto(sender, 'annotator'));
  onMessage('loadCard', ({ sender }) => injectInto(sender, 'card'));
  onMessage('openPanel', ({ data, sender }) => openPanelFrom(v.parse(panelTarget, data) as PanelTarget, sender.tab));
  onMessage('giveBack', async ({ data, sender }) => {
    if (sender.tab?.id !== undefined) await sendMessage('takeBack', v.parse(givenBack, data), sender.tab.id).catch(() => undefined);
  });
  onMessage('hearEscape', ({ data, sender }) => hearEscape({ tabId: sender.tab?.id, ...v.parse(openOrNot, data) }));
  onMessage('pressEscape', async ({ sender }) => {
    if (sender.tab?.id !== undefined) await sendMessage('peel', undefined, sender.tab.id).catch(() => undefined);
  });
  // of our own pages only: no page of the web may choose for the reader
  onMessage('saveSettings', ({ data, sender }) => {
    if (!sender.url?.startsWith(browser.runtime.getURL(''))) throw new Error('settings are changed on our own pages');
    return keepSettings(readChange(data));
  });
  onMessage('openPage', async ({ data }) => {
    await browser.tabs.create({ url: browser.runtime.getURL(v.parse(ownPage, data)) });
  });
}

function injectInto(sender: chrome.runtime.MessageSender, script: 'annotator' | 'card'): Promise<boolean> | boolean {
  return sender.tab?.id !== undefined && injectScript({ tabId: sender.tab.id, frameId: sender.frameId ?? 0, script });
}

const openOrNot = v.object({ isOpen: v.boolean() });
const givenBack = v.object({ then: v.picklist(['restore', 'forget']) });
const text = v.pipe(v.string(), v.maxLength(500));
const pageDate = v.optional(v.custom<KnownDate>((value) => typeof value === 'string' && isKnownDate(value)));
const explainQuestion = v.union([v.object({ term: text, pageDate }), v.object({ text, pageDate })]);
const searchQuestion = v.object({ query: text, limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))) });
const pageQuestion = v.object({ terms: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), date: pageDate });
const passageQuestion = v.object({ query: text, language: v.picklist(['en', 'zh']) });
const receiptQuestion = v.object({ paragraph: text });
const panelTarget = v.object({ chapter: v.pipe(v.number(), v.integer(), v.minValue(0)), paragraph: v.optional(text) });
/** only our own pages: a content script must not be able to open any other address through us */
const ownPage = v.pipe(v.string(), v.regex(/^(?:popup|sidepanel|timeline|options)\.html(?:#.*)?$/));

function explain({ history, search }: Library, question: v.InferOutput<typeof explainQuestion>): Explanation {
  const id = 'term' in question ? question.term : search.findTerm(question.text);
  const card = id === undefined ? undefined : explainTerm(history, id);
  if (card)
    return {
      kind: 'card',
      doubt: 'text' in question ? findDoubt(history.pack, { text: question.text, term: card.term }) : undefined,
      card: { ...card, moment: question.pageDate && tellMoment({ history, term: card.term, date: question.pageDate }) },
    };
  const asked = 'term' in question ? question.term : question.text;
  return {
    kind: 'unknown',
    text: asked,
    nearest: search
      .find(asked, 20)
      .filter((hit) => hit.kind === 'term')
      .slice(0, maxNearest)
      .map((hit) => hit.id),
  };
}
