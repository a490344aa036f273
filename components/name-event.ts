import type { Language } from '../core/dates';
import { spellDate } from '../core/spell-date';
import type { Strings } from '../core/strings/en';
import type { EventOutline } from '../core/timeline';

/**
 * The date in full and the title; and the words that are seen, where the title has them not: who speaks to the browser says what is
 * seen. Each name is made once: a picture of 2,000 events is drawn anew at every zoom.
 */
export function createNaming({ language, words }: { language: Language; words: Strings }) {
  const names = new Map<string, string>();
  return (event: EventOutline, label: string | undefined): string => {
    const key = `${event.id} ${label}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = words.datedTitle(spellDate(event.date, language), event.title[language]);
    const full = label === undefined || holdsWords(name, label) ? name : `${name}${words.comma}${label}`;
    names.set(key, full);
    return full;
  };
}

/** Whole words: who says what they see, `Compose Spec`, is not understood by a button named `Compose Specification`. */
function holdsWords(name: string, label: string): boolean {
  return spaced(name).includes(spaced(label));
}

function spaced(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, ' ')} `;
}
