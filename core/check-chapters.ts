import { checkRuns, indexPack } from './check-runs';
import type { Pack } from './pack-schema';
import type { Problem } from './problem';

/** Links in the chapters lead somewhere, and an editor's note links its source in both languages. */
export function checkChapters(pack: Pack): Problem[] {
  const index = indexPack(pack);
  return pack.chapters.flatMap((chapter) => {
    const of = `chapter ${chapter.number}`;
    return chapter.paragraphs.flatMap(({ id, en, zh, note }) => [
      ...checkRuns({ of, field: `${id}.en`, runs: en, index }),
      ...checkRuns({ of, field: `${id}.zh`, runs: zh, index }),
      ...(['en', 'zh'] as const).flatMap((language): Problem[] => {
        if (!note) return [];
        const field = `${id}.note.${language}`;
        const problems = checkRuns({ of, field, runs: note[language], index });
        if (note[language].some((run) => typeof run !== 'string' && 'url' in run)) return problems;
        return [
          ...problems,
          { of, field, message: 'an editor’s note without its source', remedy: 'link the source in the note: [words](https://…)' },
        ];
      }),
    ]);
  });
}
