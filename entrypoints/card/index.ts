import looks from 'virtual:pack/first-look';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountHoverCard } from '../../components/mount-hover-card';
import { readPageDate } from '../../components/read-page-date';
import { chooseLanguage } from '../../core/settings';
import { siteOf } from '../../core/sites';
import { askWorker } from '../../platform/ask-worker';
import { onMessage } from '../../platform/messages';
import { pageWorld } from '../../platform/page-bridge';
import { loadSettings, watchSettings } from '../../platform/settings-store';
import { saveVerdict } from '../../platform/verdicts-store';
import { boxOfSelection } from './box-of-selection';

/** Comes into a frame on the first sign of a hover, or with a selection to look up; once for each run of the injected script. */
export default defineUnlistedScript(async () => {
  const world = pageWorld();
  const signal = world.reading?.signal;
  if (!signal || world.explained === signal) return;
  world.explained = signal;
  const pageDate = readPageDate();
  const isPrivate = chrome.extension.inIncognitoContext;
  let settings = await loadSettings();
  watchSettings((changed) => (settings = changed), signal);
  const card = mountHoverCard({
    // a selection can be looked up where no term is marked, and marks may come after the card
    marks: {
      markAt: (x, y) => world.marks?.markAt(x, y),
      rectsOf: (mark) => world.marks?.rectsOf(mark) ?? [],
      toneOf: (mark) => world.marks?.toneOf(mark) ?? 'light',
      inOrder: () => world.marks?.inOrder() ?? [],
      nodeOf: (mark) => world.marks?.nodeOf(mark) ?? document,
      setOpen: (mark, by) => world.marks?.setOpen(mark, by),
      why: (mark) => world.marks?.why?.(mark),
      doubtsAt: (at) => world.marks?.doubtsAt?.(at),
    },
    transport: {
      explain: (question) => askWorker('explain', { ...question, pageDate }),
      openChapter: (place) => askWorker('openPanel', place),
      firstLook: (term) => (typeof term === 'number' ? looks[term] : looks.find((look) => look.id === term)),
      language: () => chooseLanguage(settings.language, chrome.i18n.getUILanguage()),
      async remember({ term, verdict }) {
        world.marks?.heed(
          looks.findIndex((look) => look.id === term),
          verdict,
        );
        const site = siteOf(location.href);
        if (site && !isPrivate) await saveVerdict({ site, term, verdict });
      },
      isPrivate,
      giveBack: (then) => void askWorker('giveBack', { then }).catch(() => undefined),
      hearEscape: (isOpen) => void askWorker('hearEscape', { isOpen }).catch(() => undefined),
      dwell: () => settings.dwell,
      tone: () => (settings.theme === 'auto' ? undefined : settings.theme),
    },
    ...(world.marks && { pointer: world.marks.pointer }),
    signal,
  });
  world.cards = card;
  const answers = [
    onMessage('openStop', ({ data }) => card.openStop(data)),
    onMessage('leaveForFrame', ({ data }) => card.leaveForFrame(data)),
    onMessage('peel', () => card.peel()),
    onMessage('takeBack', ({ data }) => card.takeBack(data.then)),
    onMessage('lookUpSelection', ({ data }) => card.openForText(data.text, boxOfSelection())),
  ];
  // a frame that is read again gets a card of its own: only that one may answer then
  signal.addEventListener('abort', () => {
    try {
      for (const stop of answers) stop();
    } catch {
      // the extension is gone, and its events with it
    }
  });
});
