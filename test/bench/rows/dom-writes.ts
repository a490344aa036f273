import { buildPage } from '../build-page';
import { between, type Reading } from '../meter';
import { type Row, spell, spellSpread } from '../row';
import { onStage, type Stage } from '../stage';
import { measureInRounds, medianOf, spreadOf } from '../statistics';
import type { Variant } from '../write-extensions';

const page = { textNodes: 22_400, hits: 5000 };

/** 4,000 writes of the page and all that they cause: its own layout, and what observers read again afterwards. */
export const domWrites: Row = {
  name: 'dom-writes',
  what: '4,000 DOM writes with 5,000 marks on the page, against an empty MutationObserver',
  aim: '≤ 1.1 x',
  run: ({ extensionDir, rounds = 9 }) =>
    onStage(extensionDir, async (stage) => {
      await stage.setMentions('every');
      const url = stage.serve('/writes.html', buildPage(page).html);
      await stage.useStyles();
      const measured = await measureInRounds({
        variants: ['empty', 'observer', 'ours'],
        rounds,
        measure: (variant) => measureWrites({ stage, url, variant }),
      });
      const ratio = (variant: 'ours' | 'empty', of: keyof Reading) => measured.map((round) => round[variant][of] / round.observer[of]);
      const ours = spreadOf(ratio('ours', 'task'));
      const spent = (variant: 'ours' | 'observer', of: keyof Reading) => spell(medianOf(measured.map((round) => round[variant][of])), 'ms');
      return {
        here: `${spell(ours.median, 'x')} (${spent('ours', 'task')}, script ${spent('ours', 'script')})`,
        spread: spellSpread(ours, 'x'),
        yardsticks: `empty observer ${spent('observer', 'task')}, script ${spent('observer', 'script')}; no observer ${spell(medianOf(ratio('empty', 'task')), 'x')}`,
      };
    }),
};

async function measureWrites({ stage, url, variant }: { stage: Stage; url: string; variant: Variant }): Promise<Reading> {
  const tab = await stage.openPage(url);
  await stage.inject(variant);
  const before = await tab.meter.untilIdle();
  await tab.page.evaluate(write);
  const spent = between(before, await tab.meter.untilIdle());
  await tab.close();
  return spent;
}

/** Runs in the page: 100 writes a frame for 40 frames, a note put into a paragraph or taken out again, all over the page. */
async function write(): Promise<void> {
  const paragraphs = document.querySelectorAll('p');
  const note = document.createElement('span');
  note.textContent = ' a note ';
  const notes: Element[] = [];
  for (let frame = 0; frame < 40; frame++) {
    await new Promise(requestAnimationFrame);
    for (let n = 0; n < 100; n++) {
      const old = frame % 2 === 1 ? notes.pop() : undefined;
      if (old) old.remove();
      else {
        const fresh = note.cloneNode(true) as Element;
        paragraphs[(frame * 997 + n * 31) % paragraphs.length]?.append(fresh);
        notes.push(fresh);
      }
    }
  }
}
