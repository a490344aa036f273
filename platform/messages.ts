import { defineExtensionMessaging } from '@webext-core/messaging';
import type { KnownDate, Language } from '../core/dates';
import type { CardContent } from '../core/explain-term';
import type { ChapterHit } from '../core/find-in-chapters';
import type { Receipt } from '../core/gather-receipts';
import type { Hit } from '../core/search';
import type { Settings } from '../core/settings';
import type { Book } from '../core/tell-book';
import type { PageTerm } from '../core/tell-page';
import type { EventFacts } from '../core/timeline';

/** What the worker answers to a word: its card, or the terms that come nearest. */
export type Explanation =
  | { kind: 'card'; card: CardContent; doubt?: { others: string[] } | undefined }
  | { kind: 'unknown'; text: string; nearest: string[] };

/** Where the side panel is asked to go. */
export interface PanelTarget {
  chapter: number;
  paragraph?: string | undefined;
  /** the window whose panel is meant; each window may have one */
  windowId?: number | undefined;
}

/** What one frame says of itself: its terms by their place in the pack's order, in order of their first mention, and when it was written. */
export interface FrameTerms {
  terms: { term: number; count: number }[];
  date?: KnownDate | undefined;
}

/** Everything that the places say to each other, one sentence a call. This file is the architecture. */
export interface Protocol {
  /** card, popup, panel → worker: the card of a term by its id, or of whatever a text most likely means; with the day the page was written */
  explain(question: ({ term: string } | { text: string }) & { pageDate?: KnownDate | undefined }): Explanation;
  /** popup, tab → worker: the best hits, misspelt or not, in either language */
  search(question: { query: string; limit?: number }): Hit[];
  /** popup, tab → worker: what the timeline's outline, which they read by themselves, leaves out; by event */
  getEventFacts(): Record<string, EventFacts>;
  /** panel → worker: the chapters, and what their figures draw */
  getChapters(): Book;
  /** panel → worker: where what a paragraph tells is known from */
  getReceipts(question: { paragraph: string }): Receipt[];
  /** panel → worker: the passages of the chapters that hold these words, in the reader's language first */
  findInChapters(question: { query: string; language: Language }): ChapterHit[];
  /**
   * page → worker: put the code that decides and draws into the frame that asks, unless marking is off there. False: it could not come,
   * ask again.
   */
  loadAnnotator(): boolean;
  /** page → worker: the same for the card’s code, on the first sign of a hover; it comes wherever it is asked for */
  loadCard(): boolean;
  /** card → worker: open the chapters at a paragraph; answers where they opened */
  openPanel(target: PanelTarget): 'panel' | 'tab';
  /** our own pages → worker: keep a change of the settings; answers when it is written */
  saveSettings(change: Partial<Settings>): void;
  /** card → worker: open one of the extension's own pages in a tab */
  openPage(path: string): void;
  /** popup → worker: where each of these terms stood on the day the page was written, in the same order; unknown ones are left out */
  explainPage(question: { terms: number[]; date?: KnownDate | undefined }): PageTerm[];
  /** popup → a frame of the page: which terms stand in it, and how often */
  readFrameTerms(): FrameTerms;
  /** popup → a frame: bring the nth (from 0) mention of a term into view and light it; without `nth` the light goes out */
  showMention(question: { term: number; nth?: number | undefined }): boolean;
  /**
   * worker → a frame: open the card of its nth mark, with the focus in it, and say how many terms the page has. `isUnderway`: a card was open
   * until now; `isGuest`: another frame knows where the reader was. A frame too small for a card only brings the word into view and answers with its term.
   */
  openStop(question: { nth: number; count?: number | undefined; isUnderway: boolean; isGuest: boolean }): boolean | string;
  /** worker → a frame: the reader goes on to a term in another frame; close the card, and keep where they were */
  leaveForFrame(question: { isUnderway: boolean }): void;
  /** card → worker: the reader closed a row of cards that began in another frame */
  giveBack(question: { then: 'restore' | 'forget' }): void;
  /** worker → all frames: give focus and scroll back, if they were left there, or forget them */
  takeBack(question: { then: 'restore' | 'forget' }): void;
  /** card → worker: a card opened, or closed, in a frame of another site, where keys pressed outside are not heard: hear Escape for it, or no longer */
  hearEscape(question: { isOpen: boolean }): void;
  /** a frame → worker: Escape was pressed there, for a card in another one */
  pressEscape(): void;
  /** worker → all frames: take one layer of an open card away */
  peel(): void;
  /** worker → the tab's frame with the selection: open the card there; answers whether it could */
  lookUpSelection(question: { text: string }): boolean;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
