import { defineExtensionMessaging } from '@webext-core/messaging';
import type { KnownDate } from '../core/dates';
import type { CardContent } from '../core/explain-term';
import type { FirstLook } from '../core/first-look';
import type { Chapter, Pack } from '../core/pack-schema';
import type { Hit } from '../core/search';
import type { EventFacts } from '../core/timeline';

/** What the worker answers to a word: its card, or the terms that come nearest. */
export type Explanation = { kind: 'card'; card: CardContent } | { kind: 'unknown'; text: string; nearest: string[] };

/** Where the side panel is asked to go. */
export interface PanelTarget {
  chapter: number;
  paragraph?: string | undefined;
  /** the window whose panel is meant; each window may have one */
  windowId?: number | undefined;
}

/** Everything that the places say to each other, one sentence a call. This file is the architecture. */
export interface Protocol {
  /** card, popup, panel → worker: the card of a term by its id, or of whatever a text most likely means; with the day the page was written */
  explain(question: ({ term: string } | { text: string }) & { pageDate?: KnownDate | undefined }): Explanation;
  /** popup, tab → worker: the best hits, misspelt or not, in either language */
  search(question: { query: string; limit?: number }): Hit[];
  /** popup, tab → worker: what the timeline's outline, which they read by themselves, leaves out; by event */
  getEventFacts(): Record<string, EventFacts>;
  /** panel → worker */
  getChapters(): { title: Pack['title']; chapters: Chapter[]; looks: FirstLook[] };
  /** page → worker: put the code that decides and draws into the frame that asks; then the card's, on the first sign of a hover */
  loadAnnotator(): boolean;
  loadCard(): boolean;
  /** card → worker: open the chapters at a paragraph; answers where they opened */
  openPanel(target: PanelTarget): 'panel' | 'tab';
  /** card → worker: open one of the extension's own pages in a tab */
  openPage(path: string): void;
  /** worker → the tab's frame: open the card of the next or the previous mark; answers whether there is one */
  stepTerm(question: { by: 1 | -1 }): boolean;
  /** worker → the tab's frame with the selection: open the card there; answers whether it could */
  lookUpSelection(question: { text: string }): boolean;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
