import { buildPage } from '../build-page';
import { type Row, spell, spellSpread } from '../row';
import { smallSize, tinySize } from '../sizes';
import { onStage, type Stage } from '../stage';
import { measureInRounds, spreadOf } from '../statistics';
import type { Variant } from '../write-extensions';

const framesOfPage = 10;
const kibibyte = 1024;

interface Heap {
  /** V8's heap: what scripts and their objects take */
  script: number;
  /** the renderer's heap beside it: nodes, ranges, computed styles (the marks' style sheet gives elements more of them) */
  dom: number;
}

/** Heap that stays in use for a frame with terms, after a collection; the tenth part of ten frames. */
export const frameHeap: Row = {
  name: 'frame-heap',
  what: 'added heap a frame with terms, over the empty extension',
  aim: '≤ 64 KiB',
  run: ({ extensionDir, rounds = 5 }) =>
    onStage(extensionDir, async (stage) => {
      const measure = async (name: string, html: string) => {
        const framed = stage.serve(`/${name}.html`, html);
        const url = stage.serve(`/frames-${name}.html`, `<!doctype html>${`<iframe src="${framed}"></iframe>`.repeat(framesOfPage)}`);
        const measured = await measureInRounds({
          variants: ['none', 'empty', 'least', 'ours'],
          rounds,
          measure: (variant) => readHeap({ stage, url, variant }),
        });
        const perFrame = (more: 'ours' | 'least' | 'empty', less: 'empty' | 'none', of: keyof Heap) =>
          spreadOf(measured.map((round) => (round[more][of] - round[less][of]) / framesOfPage / kibibyte));
        return {
          script: perFrame('ours', 'empty', 'script'),
          dom: perFrame('ours', 'empty', 'dom'),
          least: perFrame('least', 'empty', 'script'),
          empty: perFrame('empty', 'none', 'script'),
        };
      };
      const tiny = await measure('tiny', buildPage(tinySize).html);
      const small = await measure('small', buildPage(smallSize).html);
      return {
        here: `${spell(tiny.script.median, 'KiB')} (beside V8: ${spell(tiny.dom.median, 'KiB')})`,
        spread: spellSpread(tiny.script, 'KiB'),
        yardsticks: `a frame of ${tinySize.hits} hits; of ${smallSize.hits} hits (30 kB) ${spell(small.script.median, 'KiB')} (beside V8: ${spell(small.dom.median, 'KiB')}); the least annotator ${spell(tiny.least.median, 'KiB')}; empty extension over none ${spell(tiny.empty.median, 'KiB')}`,
      };
    }),
};

async function readHeap({ stage, url, variant }: { stage: Stage; url: string; variant: Variant }): Promise<Heap> {
  await stage.use(variant);
  const tab = await stage.openPage(url);
  const session = await tab.page.createCDPSession();
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; embedderHeapUsedSize?: number };
  await tab.close();
  return { script: usage.usedSize, dom: usage.embedderHeapUsedSize ?? 0 };
}
