import senses from 'virtual:pack/senses';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPageDate } from '../../components/read-page-date';
import { readMarking } from '../../core/read-marking';
import { readVerdicts, verdictsAt } from '../../core/verdicts';
import { answerAsks } from '../../platform/answer-asks';
import { pageWorld } from '../../platform/page-bridge';
import { annotatePage } from './annotate-page';
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
  const stored = await chrome.storage.sync.get('settings').catch(() => undefined);
  const said = await chrome.storage.local.get('verdicts').catch(() => undefined);
  if (signal.aborted) return;
  const verdictsHere = (stored: unknown) => verdictsAt({ verdicts: readVerdicts(stored), url: location.href, ids: senses.ids });
  const annotations = annotatePage({ reading, marking: readMarking(stored?.['settings']), verdicts: verdictsHere(said?.['verdicts']) });
  const { mentions, setGlow } = annotations;
  glowWithReader(setGlow, signal);
  answerAsks({ readFrameTerms: () => ({ terms: mentions.count(), date: readPageDate() }), showMention: mentions.show }, signal);
  const onChanged = ({ settings, verdicts }: Record<string, chrome.storage.StorageChange>, area: string) => {
    if (signal.aborted) return;
    if (area === 'sync' && settings) annotations.setMarking(readMarking(settings.newValue));
    if (area === 'local' && verdicts) annotations.heed(verdictsHere(verdicts.newValue));
  };
  chrome.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    try {
      chrome.storage.onChanged.removeListener(onChanged);
    } catch {
      // the extension is gone, and its events with it
    }
  });
});
