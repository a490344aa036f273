import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRuns } from '../../../modules/pack/read-runs';

describe('readRuns', () => {
  it.each([
    ['plain words', ['plain words']],
    ['see [Swarm](term:swarm).', ['see ', { text: 'Swarm', term: 'swarm' }, '.']],
    ['[买下 Fig](event:e2014-orchard)', [{ text: '买下 Fig', event: 'e2014-orchard' }]],
    ['[a tag](https://example.com/a?b=1&c=2)', [{ text: 'a tag', url: 'https://example.com/a?b=1&c=2' }]],
    ['*one* **two** `three`', [{ text: 'one', style: 'em' }, ' ', { text: 'two', style: 'strong' }, ' ', { text: 'three', style: 'code' }]],
    ['[`runC`](term:runc)', [{ text: 'runC', term: 'runc' }]],
    ['R&D, 2 < 3, "so" it’s', ['R&D, 2 < 3, "so" it’s']],
    ['`a && b < c`', [{ text: 'a && b < c', style: 'code' }]],
    ['3 \\* 4', ['3 * 4']],
  ])('reads %s', (markdown, runs) => {
    expect(readRuns(markdown)).toEqual(runs);
  });

  it.each([
    ['a line\nand another', 'a line and another'],
    ['一行\n又一行', '一行又一行'],
    ['一行。\n又一行', '一行。又一行'],
    ['一行 Docker\n又一行', '一行 Docker 又一行'],
    ['  around  \n  it ', 'around it'],
  ])('joins the lines of %j', (markdown, text) => {
    expect(readRuns(markdown)).toEqual([text]);
  });

  it.each([
    ['markup', 'a <b>bold</b> word', /“<b>” is markup/],
    ['an image', 'a ![whale](https://example.com/whale.png)', /is a Markdown image/],
    ['struck text', 'not ~~this~~', /is a Markdown del/],
    ['a link to elsewhere', '[here](javascript:alert(1))', /“here” leads to “javascript:alert\(1\)”: no term/],
    ['a link without words', '[](term:swarm)', /has no words/],
    ['a link inside emphasis', '*see [Swarm](term:swarm)*', /“\[Swarm\]\(term:swarm\)” stands inside/],
  ])('refuses %s', (_, markdown, message) => {
    expect(() => readRuns(markdown)).toThrow(message);
  });

  it('gives back any text without signs as it is', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9\u4e00-\u9fff，。]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        expect(readRuns(words.join(' '))).toEqual([words.join(' ')]);
      }),
    );
  });

  it('loses no word of a linked text', () => {
    const word = fc.stringMatching(/^[a-zA-Z\u4e00-\u9fff]{1,12}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.boolean()), { minLength: 1, maxLength: 8 }), (words) => {
        const runs = readRuns(words.map(([text, isLink]) => (isLink ? `[${text}](term:x)` : text)).join(' '));
        expect(runs.map((run) => (typeof run === 'string' ? run : run.text)).join('')).toBe(words.map(([text]) => text).join(' '));
        expect(runs.filter((run) => typeof run !== 'string')).toHaveLength(words.filter(([, isLink]) => isLink).length);
      }),
    );
  });
});
