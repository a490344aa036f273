import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher, type Found } from '../../core/find-terms';
import { tidyText } from '../../core/fold-text';
import type { Pack, Surface } from '../../core/pack-schema';
import { compileSurfaces } from '../../modules/pack/compile-surfaces';
import { readData } from '../../modules/pack/read-data';
import { findTermsNaively, foldNaively } from './find-terms-naively';

type Written = string | Partial<Surface>;

/** A matcher over surfaces as an editor writes them; terms are named by their place, 0, 1, 2 … */
function matcherOf(...terms: Written[][]) {
  const pack = {
    terms: terms.map((surfaces, n) => ({
      id: `t${n}`,
      surfaces: surfaces.map((surface) => (typeof surface === 'string' ? { text: surface } : surface)),
    })),
  };
  return createMatcher(compileSurfaces(pack as unknown as Pack));
}

/** What was found, as it stands in the text: a wrong offset shows as a wrong word. */
function words(text: string, found: readonly Found[]): string[] {
  return found.map(({ term, start, end }) => `${term}:${text.slice(start, end)}`);
}

const find = (text: string, ...terms: Written[][]) => words(text, matcherOf(...terms).find(text));

describe('which surface', () => {
  const docker: Written[][] = [['Docker'], ['Docker Compose', 'Compose'], ['Docker Compose Spec']];

  it.each([
    ['Docker alone', ['0:Docker']],
    ['with Docker Compose.', ['1:Docker Compose']],
    ['the Docker Compose Spec, Docker', ['2:Docker Compose Spec', '0:Docker']],
    ['Docker Compose Specs', ['1:Docker Compose']],
    ['Docker Composed', ['0:Docker']],
    ['Docker Docker Compose', ['0:Docker', '1:Docker Compose']],
  ])('takes the longest: %s', (text, expected) => {
    expect(find(text, ...docker)).toEqual(expected);
  });

  it('takes the leftmost of two that overlap, and goes on after it', () => {
    expect(find('red green blue', ['red green'], ['green blue'], ['blue'])).toEqual(['0:red green', '2:blue']);
    expect(find('容器编排器', ['容器编排'], ['编排器'], ['器'])).toEqual(['0:容器编排', '2:器']);
  });

  it('falls back to the shorter one where the rule of the longer does not hold', () => {
    expect(find('docker swarm', ['docker'], [{ text: 'Docker Swarm', case: 'exact' }])).toEqual(['0:docker']);
  });

  it('says which spelling is unsure', () => {
    const matcher = matcherOf([{ text: 'Compose', unsure: true }, 'Docker Compose']);
    expect(matcher.find('Compose').map(({ unsure }) => unsure)).toEqual([true]);
    expect(matcher.find('Docker Compose').map(({ unsure }) => unsure)).toEqual([false]);
  });

  it('finds spellings of one and two characters', () => {
    expect(find('R and Go, 舱 and 容器', ['R'], ['Go'], ['舱'], ['容器'])).toEqual(['0:R', '1:Go', '2:舱', '3:容器']);
    expect(find('R', ['R'])).toEqual(['0:R']);
    expect(find('x', ['R'])).toEqual([]);
  });
});

describe('borders of words', () => {
  it.each(['Dockers', 'aDocker', 'Docker2', '2Docker', 'Docker_x', '_Docker', 'Dockeré', 'жDocker', 'Docker\u00ads', 'a\u200bDocker'])(
    'not inside %s',
    (text) => {
      expect(find(text, ['Docker'])).toEqual([]);
    },
  );

  it.each([
    "Docker's",
    'Docker’s',
    '(Docker)',
    'Docker-based',
    'non-Docker',
    'Docker/Swarm',
    '“Docker”',
    'Docker,',
    'Docker²',
    '@Docker:',
    '<Docker>',
    '/docker/',
  ])('found in %s', (text) => {
    expect(find(text, ['Docker']).map((word) => word.toLowerCase())).toEqual(['0:docker']);
  });

  it('lets words touch Han, kana and Hangul, which write no spaces around them', () => {
    for (const text of ['用Docker部署', 'Dockerを使う', 'Docker를 쓴다']) expect(find(text, ['Docker'])).toEqual(['0:Docker']);
  });

  it('finds surfaces that hold signs', () => {
    expect(find('dc/os, cri-o and docker-compose.yml.', ['DC/OS'], ['CRI-O'], ['docker-compose.yml', 'docker-compose'])).toEqual([
      '0:dc/os',
      '1:cri-o',
      '2:docker-compose.yml',
    ]);
  });
});

describe('case', () => {
  it('any: is not looked at', () => {
    expect(find('docker DOCKER dOcKeR', ['Docker'])).toEqual(['0:docker', '0:DOCKER', '0:dOcKeR']);
  });

  it('capital: the first letter is one', () => {
    expect(find('flux, Flux, FLUX, fLUX', [{ text: 'Flux', case: 'capital' }])).toEqual(['0:Flux', '0:FLUX']);
  });

  it('exact: every letter as written', () => {
    expect(find('rkt RKT Rkt', [{ text: 'rkt', case: 'exact' }])).toEqual(['0:rkt']);
    expect(find('OCI oci Oci', [{ text: 'OCI', case: 'exact' }])).toEqual(['0:OCI']);
  });

  it('exact says nothing of spaces and invisible characters', () => {
    for (const text of ['Red Hat', 'Red\n   Hat', 'Red\u00a0Hat', 'Red Hat'.replace('d', 'd\u00ad')])
      expect(find(text, [{ text: 'Red Hat', case: 'exact' }])).toEqual([`0:${text}`]);
    for (const text of ['red hat', 'Red hat', 'RED HAT']) expect(find(text, [{ text: 'Red Hat', case: 'exact' }])).toEqual([]);
  });
});

describe('Chinese', () => {
  it('finds a surface inside running text', () => {
    expect(find('他们用容器运行时启动容器。', ['容器'], ['容器运行时'])).toEqual(['1:容器运行时', '0:容器']);
  });

  it('finds the traditional spellings of Taiwan and Hong Kong', () => {
    const terms = [['云原生'], ['虚拟机'], ['镜像']];
    expect(find('雲原生與虛擬機的鏡像', ...terms)).toEqual(['0:雲原生', '1:虛擬機', '2:鏡像']);
  });

  it.each([
    'Compose项目',
    'Compose 项目',
    'Compose　项目',
    'Compose\u00a0项目',
    'Compose\n    项目',
    'Compose \u200b 项目',
    'Compose\u200b项目',
  ])('a space beside Han is a matter of taste: %j', (text) => {
    expect(find(text, ['Compose 项目'])).toEqual([`0:${text}`]);
    expect(find(text, ['Compose项目'])).toEqual([`0:${text}`]);
  });

  it('and one between two Han characters too, for lines broken in the source', () => {
    expect(find('容器\n  编排', ['容器编排'])).toEqual(['0:容器\n  编排']);
  });
});

describe('characters that look alike or do not show', () => {
  it.each(['Ｄｏｃｋｅｒ', 'Doc\u00adker', 'Doc\u200bker', 'D\u200do\u2060cker', 'Doc\ufeffker'])('%j is Docker', (text) => {
    expect(find(`the ${text}.`, ['Docker'])).toEqual([`0:${text}`]);
  });

  it('leaves invisible characters at the borders outside', () => {
    expect(matcherOf(['Docker']).find('\u00adDocker\u200b')).toEqual([{ term: 0, start: 1, end: 7, unsure: false }]);
  });

  it.each([
    'Docker\u00a0Swarm',
    'Docker\nSwarm',
    'Docker  Swarm',
    'Docker\r\n\t Swarm',
    'Docker\u2009Swarm',
    'Docker\u3000Swarm',
    'Docker \u00ad Swarm',
    'Docker\u2028Swarm',
    'Ｄｏｃｋｅｒ Ｓｗａｒｍ',
    'Docker \ufeffSwarm',
  ])('%j is Docker Swarm', (text) => {
    expect(find(text, ['Docker Swarm'])).toEqual([`0:${text}`]);
  });

  it('a space is needed between Latin words', () => {
    expect(find('DockerSwarm Docker-Swarm', ['Docker Swarm'])).toEqual([]);
  });

  it('one kind of hyphen and apostrophe is as good as another', () => {
    expect(find('cri‑o cri–o', ['CRI-O'])).toEqual(['0:cri‑o', '0:cri–o']);
  });
});

describe('offsets', () => {
  it.each(['🐳 ', '👩‍💻🇨🇳', '𝒟𠮷', 'é ', '\u00ad\u00ad', '\n\n  '])('count UTF-16 code units after %j', (before) => {
    const text = `${before}Docker and Swarm`;
    const start = before.length;
    expect(matcherOf(['Docker'], ['Swarm']).find(text)).toEqual([
      { term: 0, start, end: start + 6, unsure: false },
      { term: 1, start: start + 11, end: start + 16, unsure: false },
    ]);
  });

  it.each(['', ' ', 'x', '容', '🐳', '\u00ad', '\ud83d'])('nothing in %j', (text) => {
    expect(find(text, ['Docker'], ['容器'])).toEqual([]);
  });
});

describe('odd tables', () => {
  it.each(['', '\n', 'docker\n\nswarm', '\t\tdocker'])('%j does not match the empty string', (table) => {
    // U+6000 falls into the bucket of the empty string
    const text = 'docker @ swarm 容器 怀';
    for (const { start, end } of createMatcher(table).find(text)) expect(end).toBeGreaterThan(start);
  });
});

const letters = ['a', 'b', 'A', 'B', 'ａ', 'Ｂ', '1', '_', '-', '‑', "'", '’', '.', '中', '容', 'の', '。', 'é', 'ж', '🐳', '𝒳', '\ud83d'];
const blanks = [' ', '\u00a0', '\u3000', '\u00ad', '\u200b', '\ufeff'];

/** Surfaces with each spelling once, as the build sees to, and texts in which they are likely to stand. */
const scenes = fc
  .record({
    surfaces: fc.array(
      fc.record({
        text: fc.array(fc.constantFrom(...letters, ...letters, ...blanks), { minLength: 1, maxLength: 4 }).map((list) => list.join('')),
        signs: fc.constantFrom('', '', '?', '^', '=', '?^', '?='),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    pieces: fc.array(fc.oneof(fc.nat(5), fc.constantFrom(...letters), fc.constantFrom(...blanks, '\n', '\t')), { maxLength: 16 }),
  })
  .map(({ surfaces, pieces }) => {
    const unique = new Map(surfaces.map((surface) => [findable(surface.text), surface]));
    unique.delete('');
    const table = [...unique].map(([folded, { text, signs }]) => signs + (signs.includes('=') ? tidyText(text) : folded)).join('\n');
    return { table, text: pieces.map((piece) => (typeof piece === 'number' ? (surfaces[piece]?.text ?? '') : piece)).join('') };
  });

function findable(text: string): string {
  return foldNaively(text)
    .map(({ folded }) => folded)
    .join('');
}

describe('against a slow and simple search', () => {
  it('finds the same in any text for any surfaces', () => {
    let hits = 0;
    fc.assert(
      fc.property(scenes, ({ table, text }) => {
        const found = createMatcher(table).find(text);
        hits += found.length;
        expect(found).toEqual(findTermsNaively(table, text));
      }),
      { numRuns: 5000 },
    );
    expect(hits, 'the texts must provoke finds').toBeGreaterThan(2000);
  });

  const { pack } = readData(join(import.meta.dirname, '../../data'));
  const table = compileSurfaces(pack);
  const matcher = createMatcher(table);

  it('finds the same in texts made of the real surfaces', () => {
    const surfaces = pack.terms.flatMap((term) => term.surfaces.map((surface) => surface.text));
    const part = fc.oneof(
      { arbitrary: fc.constantFrom(...surfaces), weight: 2 },
      fc.constantFrom(' ', ' ', '\n', '、', "'s ", '-', '/', '的', 's', '🐳', ', ', '. '),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        expect(matcher.find(text)).toEqual(findTermsNaively(table, text));
      }),
      { numRuns: 150 },
    );
  });

  it('finds each real surface, whole and as its own term', () => {
    pack.terms.forEach((term, at) => {
      for (const { text } of term.surfaces)
        for (const around of [text, `(${text})`, `x ${text} y`, `的${text}，`])
          expect(words(around, matcher.find(around))).toContain(`${at}:${text}`);
    });
  });
});
