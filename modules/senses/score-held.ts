import { agree } from '../../core/choose-sense';
import { createSenseModel } from '../../core/sense-model';
import { packSenses } from '../../core/sense-table';
import type { SenseExample } from './examples';
import { fitModel, prepareLesson } from './fit-model';
import type { Corpora } from './read-corpora';

/** Log-odds of each example: of everyday words by the text, the page and the other mentions; without end where the spelling is sure. */
export type Score = (examples: readonly SenseExample[], share?: number) => number[];

/** Models that learned from everything but what is held back. */
export function createHeldScorers({ dev, counted, own }: Corpora): (isHeld: (source: string) => boolean) => Score {
  const texts = [...dev.flatMap(({ examples }) => examples), ...counted];
  const learnable = [...texts, ...own];
  const lesson = prepareLesson({ texts, own });
  const ids = [...new Set([...learnable, ...dev.flatMap(({ found }) => found.map(({ example }) => example))].map(({ term }) => term))];
  return (isHeld) => {
    const model = createSenseModel(
      packSenses(
        fitModel(lesson, (number) => isHeld((learnable[number] as SenseExample).source)),
        ids,
      ),
    );
    const mentionOf = (example: SenseExample) => ({
      term: example.isSure ? undefined : `${example.source} ${example.passage} ${example.term}`,
      score: example.isSure ? Number.POSITIVE_INFINITY : model.sum(example.term, example.features),
    });
    return (examples, share) => agree(examples.map(mentionOf), share);
  };
}

/** Sources in so many parts; what `familyOf` calls one is never in two. */
export function splitSources({
  sources,
  parts,
  familyOf = (source) => source,
}: {
  sources: readonly string[];
  parts: number;
  familyOf?: (source: string) => string;
}): Set<string>[] {
  const families = [...new Set(sources.map(familyOf))].sort();
  return Array.from(
    { length: parts },
    (_, part) => new Set(sources.filter((source) => families.indexOf(familyOf(source)) % parts === part)),
  );
}

/** `github.com/OWNER/REPO` → `github.com/OWNER`; a Debian package is its own. */
export function ownerOf(source: string): string {
  return source.split('/').slice(0, 2).join('/');
}

export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
