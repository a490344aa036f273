import type { Pack, Run } from './pack-schema';
import type { Problem } from './problem';
import { textOf } from './run-text';

/** How long a text may be where it is shown: characters in English, Han widths in Chinese. Card and timeline are drawn for these. */
export const budgets = {
  identity: { en: 70, zh: 30 },
  then: { en: 180, zh: 85 },
  now: { en: 180, zh: 85 },
  title: { en: 70, zh: 34 },
  label: { en: 20, zh: 12 },
  significance: { en: 240, zh: 110 },
} as const;

type Budgeted = keyof typeof budgets;
type Language = 'en' | 'zh';

/** Every text fits its place in both languages. */
export function checkLengths(pack: Pack): Problem[] {
  return [
    ...pack.terms.flatMap((term) =>
      (['identity', 'then', 'now'] as const).flatMap((field) => checkLength(`term ${term.id}`, field, term[field])),
    ),
    ...pack.events.flatMap((event) =>
      (['title', 'label', 'significance'] as const).flatMap((field) => checkLength(`event ${event.id}`, field, event[field])),
    ),
  ];
}

/** The room that a text takes: in Chinese, Han and full-width signs count one, Latin letters, digits and spaces half. */
export function lengthOf(text: string, language: Language): number {
  const characters = [...text];
  return language === 'en' ? characters.length : characters.reduce((sum, character) => sum + (isWide(character) ? 1 : 0.5), 0);
}

function checkLength(of: string, field: Budgeted, texts: Record<Language, string | readonly Run[]>): Problem[] {
  return (['en', 'zh'] as const).flatMap((language) => {
    const budget = budgets[field][language];
    const length = lengthOf(plainText(texts[language]), language);
    if (length <= budget) return [];
    const unit = language === 'en' ? 'characters' : 'Han (Latin letters count half)';
    return [
      {
        of,
        field: `${field}.${language}`,
        message: `${length} ${unit}, and there is room for ${budget}`,
        remedy: `say it shorter by ${length - budget}`,
      },
    ];
  });
}

function plainText(text: string | readonly Run[]): string {
  return typeof text === 'string' ? text : textOf(text);
}

/** Han, kana, full-width forms, and the quotes and dashes that Chinese type sets full-width. */
function isWide(character: string): boolean {
  return /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u2014\u2018\u2019\u201c\u201d\u2026]|[\u{20000}-\u{3ffff}]/u.test(character);
}
