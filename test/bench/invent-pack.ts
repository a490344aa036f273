import type { HistoryEvent, Pack, Term } from '../../core/pack-schema';
import type { SearchablePack } from '../../core/search';

/** A pack of so many entries: the given one's, and others like them with names and texts put together of its own words and syllables. */
export function inventPack(pack: SearchablePack, entries: number): SearchablePack {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  const pick = <T>(list: readonly T[]) => list[random(list.length)] as T;
  const texts = [...pack.terms.map(({ identity }) => identity), ...pack.events.map(({ significance }) => significance)];
  const words = [...new Set(texts.flatMap(({ en }) => en.split(/\W+/).filter((word) => word.length > 2)))];
  const han = [...new Set(texts.flatMap(({ zh }) => zh.match(/\p{Script=Han}/gu) ?? []))];
  const syllables = [...new Set(words.flatMap((word) => word.toLowerCase().match(/[^aeiou]?[aeiou]n?/g) ?? []))];
  const name = () => Array.from({ length: 2 + random(3) }, () => pick(syllables)).join('');
  const chinese = (length: number) => Array.from({ length }, () => pick(han)).join('');
  const english = (length: number) => Array.from({ length }, () => pick(words)).join(' ');
  const both = (length: number) => ({ en: english(length), zh: chinese(length * 2) });

  const terms: Term[] = [...pack.terms];
  const events: HistoryEvent[] = [...pack.events];
  const readings = {
    terms: { ...pack.readings?.terms },
    events: { ...pack.readings?.events },
    simplified: pack.readings?.simplified ?? '',
  };
  while (terms.length + events.length < entries) {
    const id = `x${terms.length + events.length}`;
    const reading = { pinyin: [name() + name()], initials: [name().slice(0, 4)] };
    if (terms.length * 2 < events.length) {
      const like = pick(pack.terms);
      const surfaces = [name(), `${name()} ${pick(words)}`, chinese(4)].map((text) => ({ text }));
      terms.push({ ...like, id, name: { en: name(), zh: chinese(3) }, identity: both(8), surfaces });
      readings.terms[id] = reading;
    } else {
      events.push({ ...pick(pack.events), id, title: both(7), label: both(2), significance: both(20) });
      readings.events[id] = reading;
    }
  }
  return { ...(pack as Pack), terms, events, readings };
}
