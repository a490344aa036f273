import type { Found, Matcher } from '../../core/find-terms';
import type { Pack, Run } from '../../core/pack-schema';
import type { Passage } from './read-passages';

/**
 * Our own history as labelled text: whatever surface stands in it means its term, because it was written about nothing else. It is the only
 * text at hand that tells of Fig, Borg or Orchard as engineers' news did.
 */
export function ownPassages(pack: Pack, matcher: Matcher): Passage[] {
  const passages: Omit<Passage, 'labels'>[] = [
    ...pack.terms.flatMap((term) =>
      (['en', 'zh'] as const).map((lang) => ({
        id: `${term.id}.${lang}`,
        lang,
        title: '',
        source: `data/terms/${term.id}`,
        text: [term.identity[lang], textOf(term.then[lang]), textOf(term.now[lang])].join('\n'),
      })),
    ),
    ...pack.events.flatMap((event) =>
      (['en', 'zh'] as const).flatMap((lang) =>
        [event.title, event.significance].map((words, n) => ({
          id: `${event.id}.${n}.${lang}`,
          lang,
          title: '',
          source: `data/events/${event.date.slice(0, 7)}`,
          text: words[lang],
        })),
      ),
    ),
    ...pack.chapters.flatMap((chapter) =>
      chapter.paragraphs.flatMap((paragraph) =>
        (['en', 'zh'] as const).map((lang) => ({
          id: `${paragraph.id}.${lang}`,
          lang,
          title: chapter.title[lang],
          source: `data/chapters/${paragraph.id}`,
          text: textOf(paragraph[lang]),
        })),
      ),
    ),
  ];
  return passages.map((passage) => ({ ...passage, labels: matcher.find(passage.text).map(toLabel) }));

  function toLabel({ term, start, end }: Found): Passage['labels'][number] {
    return { term: pack.terms[term]?.id ?? '', start, end, sense: 'container' };
  }
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}
