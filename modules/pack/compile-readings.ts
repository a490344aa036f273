import { customPinyin, pinyin } from 'pinyin-pro';
import { foldText } from '../../core/fold-text';
import type { NameReading, NameReadings } from '../../core/name-readings';
import type { Pack } from '../../core/pack-schema';
import { spellingsOf } from './compile-surfaces';

/** Words of the trade that the dictionary of pinyin-pro reads otherwise: 重 is chóng where something is done again. */
customPinyin({ 重命名: 'chóng mìng míng', 重构: 'chóng gòu', 重载: 'chóng zài', 重写: 'chóng xiě', 重启: 'chóng qǐ', 校记: 'jiào jì' });

/** How the Chinese names of each term and event are typed in Latin letters, and which traditional characters stand for theirs. */
export function compileReadings(pack: Pack): NameReadings {
  return {
    terms: readAll(pack.terms.map(({ id, name, surfaces }) => [id, [name.zh, ...surfaces.map(({ text }) => text)]])),
    events: readAll(pack.events.map(({ id, title, label }) => [id, [title.zh, label.zh]])),
    simplified: compileSimplified(textsOf(pack)),
  };
}

/** 容器编排 → `rongqibianpai`, `rqbp`; Latin words stay as they are: Docker 镜像 → `dockerjingxiang`, `dockerjx`. */
export function readNames(names: readonly string[]): NameReading {
  const read = names
    .filter(isChinese)
    .map((name) => pinyin(foldText(name), { type: 'all', toneType: 'none', nonZh: 'consecutive', v: true }));
  const join = (parts: readonly string[]) => parts.join('').replace(/[^\p{L}\p{N}]/gu, '');
  return {
    pinyin: [...new Set(read.map((parts) => join(parts.map(({ result }) => result))))],
    initials: [...new Set(read.map((parts) => join(parts.map(({ first }) => first))))],
  };
}

/**
 * Traditional characters to the simplified ones of these texts, in pairs: 編编鏡镜. The converter looks at whole words (后 is 後 or 后),
 * so the texts are converted and laid beside themselves; a character that the texts use themselves stands for nothing else.
 */
export function compileSimplified(texts: readonly string[]): string {
  const own = new Set(texts.join(''));
  const pairs = new Map<string, string>();
  for (const text of texts) {
    const simplified = [...text];
    for (const spelling of spellingsOf(text)) {
      const traditional = [...spelling];
      if (traditional.length !== simplified.length) continue;
      traditional.forEach((character, n) => {
        if (!own.has(character)) pairs.set(character, simplified[n] ?? character);
      });
    }
  }
  return [...pairs].flat().join('');
}

function readAll(named: readonly (readonly [id: string, names: readonly string[]])[]): Record<string, NameReading> {
  return Object.fromEntries(named.filter(([, names]) => names.some(isChinese)).map(([id, names]) => [id, readNames(names)]));
}

/** Every Chinese text that a search looks into. */
function textsOf({ terms, events }: Pack): string[] {
  return [
    ...terms.flatMap(({ name, identity, surfaces }) => [name.zh, identity.zh, ...surfaces.map(({ text }) => text)]),
    ...events.flatMap(({ title, label, significance }) => [title.zh, label.zh, significance.zh]),
  ].filter(isChinese);
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
