import { expect, it } from 'vitest';
import { splitAtQuotes } from '../../core/split-at-quotes';

it.each([
  ['说明只有一个词：“yay”。20 日', ['说明只有一个词：“yay”。20 日']],
  ['那位博格人“九之七”；商标', ['那位博格人', '“九之七”；商标']],
  ['“七”留在了标志里', ['“七”', '留在了标志里']],
  ['it says “yay”, no more', ['it says “yay”, no more']],
])('lets a line break beside the quotes of %s', (text, parts) => {
  expect(splitAtQuotes(text)).toEqual(parts);
});
