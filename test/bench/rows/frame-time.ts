import { buildPage } from '../build-page';
import { between, type Reading } from '../meter';
import { type Row, spell, spellSpread } from '../row';
import { onStage, type Stage } from '../stage';
import { measureInRounds, medianOf, spreadOf } from '../statistics';
import type { Variant } from '../write-extensions';

const page = { textNodes: 85_000, hits: 20_000 };
const frames = 120;

/** The main thread's work a frame while the reader scrolls and the page writes, with 20,000 marks on it. */
export const frameTime: Row = {
  name: 'frame-time',
  what: 'frame time while scrolling and mutating with 20,000 marks on the page',
  aim: '≤ 1.05 x',
  run: ({ extensionDir, rounds = 9 }) =>
    onStage(extensionDir, async (stage) => {
      await stage.setMentions('every');
      const url = stage.serve('/frames.html', buildPage(page).html);
      const measured = await measureInRounds({
        variants: ['none', 'empty', 'least', 'ours'],
        rounds,
        measure: (variant) => measureFrames({ stage, url, variant }),
      });
      const ratio = (variant: 'ours' | 'least' | 'empty', of: keyof Reading) =>
        measured.map((round) => round[variant][of] / round.none[of]);
      const ours = spreadOf(ratio('ours', 'task'));
      const aFrame = (variant: 'ours' | 'none', of: keyof Reading) =>
        spell(medianOf(measured.map((round) => round[variant][of])) / frames, 'ms');
      return {
        here: `${spell(ours.median, 'x')} (${aFrame('ours', 'task')} a frame, script ${aFrame('ours', 'script')})`,
        spread: spellSpread(ours, 'x'),
        yardsticks: `no extension ${aFrame('none', 'task')} a frame; empty extension ${spell(medianOf(ratio('empty', 'task')), 'x')}; the least annotator ${spell(medianOf(ratio('least', 'task')), 'x')}`,
      };
    }),
};

async function measureFrames({ stage, url, variant }: { stage: Stage; url: string; variant: Variant }): Promise<Reading> {
  await stage.use(variant);
  const tab = await stage.openPage(url);
  const before = await tab.meter.read();
  await tab.page.evaluate(scrollAndWrite, frames);
  const spent = between(before, await tab.meter.untilIdle());
  await tab.close();
  return spent;
}

/** Runs in the page: 60 px down a frame, while a line that stays in view counts the frames. */
async function scrollAndWrite(frames: number): Promise<void> {
  const line = document.createElement('p');
  line.style.cssText = 'position: fixed; left: 0; bottom: 0; background: white';
  document.body.append(line);
  for (let frame = 0; frame < frames; frame++) {
    await new Promise(requestAnimationFrame);
    scrollBy(0, 60);
    line.textContent = `frame ${frame}`;
  }
}
