import senses from 'virtual:pack/senses';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPageDate } from '../../components/read-page-date';
import { readMarking } from '../../core/read-marking';
import { readVerdicts, verdictsAt } from '../../core/verdicts';
import { answerAsks } from '../../platform/answer-asks';
import { pageWorld } from '../../platform/page-bridge';
import { type Annotations, annotatePage } from './annotate-page';
import { glowWithReader } from './glow-with-reader';

/** Comes into a frame where a term was found; once for each reading of it. */
export default defineUnlistedScript(async () => {
  const world = pageWorld();
  const { reading } = world;
  if (!reading || world.annotated === reading.signal) return;
  world.annotated = reading.signal;
  const { signal } = reading;
  // Firefox destroys the world of a copy that goes, without a word to it: a card that was open is left standing
  document.querySelector('little-whale')?.remove();
  const verdictsHere = (stored: unknown) => verdictsAt({ verdicts: readVerdicts(stored), url: location.href, ids: senses.ids });
  let annotations: Annotations | undefined;
  /** what changed since we began: what was asked for then may be older */
  const heard: { settings?: chrome.storage.StorageChange; verdicts?: chrome.storage.StorageChange } = {};
  const onChanged = ({ settings, verdicts }: Record<string, chrome.storage.StorageChange>, area: string) => {
    if (signal.aborted) return;
    if (area === 'sync' && settings) {
      heard.settings = settings;
      annotations?.setMarking(readMarking(settings.newValue));
    }
    if (area === 'local' && verdicts) {
      heard.verdicts = verdicts;
      annotations?.heed(verdictsHere(verdicts.newValue));
    }
  };
  chrome.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    try {
      chrome.storage.onChanged.removeListener(onChanged);
    } catch {
      // the extension is gone, and its events with it
    }
  });
  const [stored, said] = await Promise.all([
    chrome.storage.sync.get('settings').catch(() => undefined),
    chrome.storage.local.get('verdicts').catch(() => undefined),
  ]);
  if (signal.aborted) return;
  annotations = annotatePage({
    reading,
    marking: readMarking(heard.settings ? heard.settings.newValue : stored?.['settings']),
    verdicts: verdictsHere(heard.verdicts ? heard.verdicts.newValue : said?.['verdicts']),
  });
  const { mentions, setGlow } = annotations;
  glowWithReader(setGlow, signal);
  answerAsks({ readFrameTerms: () => ({ terms: mentions.count(), date: readPageDate() }), showMention: mentions.show }, signal);
});
