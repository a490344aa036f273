import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const tokens = [...read('assets/tokens.css').matchAll(/--lw-([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)];
const light: Record<string, string> = {};
const dark: Record<string, string> = {};
for (const [, name = '', first = '', second = ''] of tokens) {
  light[name] ??= first;
  dark[name] ??= second;
}
const sepiaRoles = [...read('entrypoints/sidepanel/sepia.css').matchAll(/--lw-([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)];
const sepia = Object.fromEntries(sepiaRoles.map(([, name = '', colour = '']) => [name, colour]));

/** WCAG 2.2, contrast ratio of two opaque colours. */
function contrastOf(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminanceOf(a), luminanceOf(b)].sort((first, second) => second - first);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const lanes = Object.keys(light).filter((name) => name.startsWith('lane-'));
const grounds = ['paper', 'sheet', 'wash'];
const pairs: [string, string, number][] = [
  ...['ink', 'ink-2', 'ink-3', 'tide', 'tide-strong', 'seal', ...lanes].flatMap((ink) =>
    grounds.map((ground): [string, string, number] => [ink, ground, 4.5]),
  ),
  ...['ink', 'ink-2', 'tide', 'tide-strong'].map((ink): [string, string, number] => [ink, 'tide-wash', 4.5]),
  ...['ink', 'ink-2', 'seal'].map((ink): [string, string, number] => [ink, 'seal-wash', 4.5]),
  ['on-tide', 'tide', 4.5],
  ['on-tide', 'tide-strong', 4.5],
  ['on-seal', 'seal', 4.5],
  ...grounds.map((ground): [string, string, number] => ['edge', ground, 3]),
  ['mark-line', 'paper', 3],
  ['mark-line', 'sheet', 3],
  ['mark-ring', 'sheet', 3],
];

describe('the colours', () => {
  it('are six lanes and the same roles on every ground', () => {
    expect(lanes).toHaveLength(6);
    for (const [ink, under] of pairs)
      for (const role of [ink, under]) for (const ground of [light, dark, sepia]) expect(ground[role], role).toMatch(/^#/);
  });

  it.each(Object.entries({ light, dark, sepia }))('stand out enough: %s', (_, ground) => {
    const weak = pairs
      .map(([ink, under, floor]) => ({ ink, under, floor, contrast: contrastOf(ground[ink] ?? '', ground[under] ?? '') }))
      .filter(({ floor, contrast }) => !(contrast >= floor));
    expect(weak).toEqual([]);
  });
});
