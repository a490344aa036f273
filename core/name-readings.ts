/** How the Chinese names of an entry are typed: `rongqibianpai`, `rqbp`. */
export interface NameReading {
  /** without tones and spaces; ü is v */
  pinyin: string[];
  initials: string[];
}

/** What the build adds to the pack for searches: by term, by event, and traditional characters with their simplified ones in pairs. */
export interface NameReadings {
  terms: Record<string, NameReading>;
  events: Record<string, NameReading>;
  simplified: string;
}

/** Folds the traditional characters of a text; `pairs` as in `NameReadings`. */
export function createSimplifier(pairs: string): (text: string) => string {
  const characters = [...pairs];
  const simplified = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) simplified.set(characters[at] ?? '', characters[at + 1] ?? '');
  return (text) => (simplified.size === 0 ? text : Array.from(text, (character) => simplified.get(character) ?? character).join(''));
}

/** Latin letters as they are typed for pinyin: tones, spaces and apostrophes away, ü as v. Undefined where the text is none. */
export function foldPinyin(folded: string): string | undefined {
  const letters = folded
    .normalize('NFD')
    .replace(/u\u0304?\u0308[\u0300\u0301\u0304\u030c]?/g, 'v')
    .replace(/[\u0300\u0301\u0304\u030c\s'-]/g, '');
  return /^[a-z0-9]{2,}$/.test(letters) ? letters : undefined;
}

/**
 * How well typed letters fit a name's reading: 0 for all of it, then its beginning, then a part of at least four letters
 * (fewer would be found in the middle of half the titles). Undefined where they do not.
 */
export function scoreReading({ pinyin, initials }: NameReading, typed: string): number | undefined {
  let best: number | undefined;
  // no list is made of both: this runs once an entry and key
  for (const sounds of [pinyin, initials])
    for (const sound of sounds) {
      const at = sound.indexOf(typed);
      if (at === 0 && sound.length === typed.length) return 0;
      if (at === 0) best = 0.1;
      else if (at > 0 && typed.length >= 4) best ??= 0.25;
    }
  return best;
}
