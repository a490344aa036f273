import type { Pack, Run } from '../../core/pack-schema';

/** The figures of the table that `npm run check:data` prints. */
export function countData(pack: Pack): Record<string, number> {
  const facts = [
    ...pack.terms.flatMap((term) =>
      [term.began, term.ended, term.then, term.now, ...term.dates, ...term.relations].flatMap((fact) =>
        fact ? [fact.source.map((key) => term.sources[key])] : [],
      ),
    ),
    ...pack.events.flatMap((event) => [event, ...event.because].map((fact) => fact.source.map((key) => event.sources[key]))),
  ];
  return {
    terms: pack.terms.length,
    surfaces: pack.terms.reduce((sum, term) => sum + term.surfaces.length, 0),
    events: pack.events.length,
    'events 2013-2018': pack.events.filter((event) => event.date >= '2013' && event.date < '2019').length,
    'events in a lane': pack.events.filter((event) => pack.lanes.some((lane) => lane.id === event.lane)).length,
    causes: pack.events.reduce((sum, event) => sum + event.because.length, 0),
    relations: pack.terms.reduce((sum, term) => sum + term.relations.length, 0),
    ...Object.fromEntries(
      pack.chapters.flatMap((chapter) => [
        [`chapter ${chapter.number}, English words`, countWords(chapter.paragraphs.flatMap((paragraph) => paragraph.en))],
        [`chapter ${chapter.number}, Han`, countHan(chapter.paragraphs.flatMap((paragraph) => paragraph.zh))],
      ]),
    ),
    'editor’s notes': pack.chapters.reduce((sum, chapter) => sum + chapter.paragraphs.filter((paragraph) => paragraph.note).length, 0),
    facts: facts.length,
    'facts without source': facts.filter((sources) => sources.length === 0).length,
    'K facts left (no source of theirs was seen)': facts.filter((sources) => sources.every((source) => source?.unseen)).length,
  };
}

const textOf = (runs: readonly Run[]) => runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
const countWords = (runs: readonly Run[]) => textOf(runs).match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu)?.length ?? 0;
const countHan = (runs: readonly Run[]) => textOf(runs).match(/\p{Script=Han}/gu)?.length ?? 0;
