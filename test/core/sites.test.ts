import { describe, expect, it } from 'vitest';
import { covers, isOff, nameSite, readSite, readSites, type SitePattern, siteOf } from '../../core/sites';

const pattern = (text: string) => text as SitePattern;

describe('readSite', () => {
  it.each([
    ['mail.example', '*://mail.example/*'],
    ['  Mail.Example ', '*://mail.example/*'],
    ['ｍａｉｌ．example', '*://mail.example/*'],
    ['*.bank.example', '*://*.bank.example/*'],
    ['https://mail.example/inbox?q=1#2', '*://mail.example/*'],
    ['http://me:secret@mail.example:8080/', '*://mail.example/*'],
    ['https://mail.example/*', 'https://mail.example/*'],
    ['*://*.mail.example/*', '*://*.mail.example/*'],
    ['localhost:3000', '*://localhost/*'],
    ['127.0.0.1', '*://127.0.0.1/*'],
    ['[::1]', '*://[::1]/*'],
    ['file:///home/me/notes.html', 'file:///*'],
  ])('%s is %s', (text, expected) => {
    expect(readSite(text)).toEqual({ kind: 'pattern', pattern: expected });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['*', 'every-site'],
    ['*://*/*', 'every-site'],
    ['<all_urls>', 'every-site'],
    ['https://*/', 'every-site'],
    ['mail.*', 'star'],
    ['a*b.example', 'star'],
    ['*mail.example', 'star'],
    ['mail.example/inbox/*', 'part-of-site'],
    ['ftp://mail.example', 'scheme'],
    ['chrome://settings', 'scheme'],
    ['two words', 'name'],
    ['-mail.example', 'name'],
    ['mail..example', 'name'],
    ['.', 'name'],
    ['例子.example', 'name'],
    [`${'a'.repeat(64)}.example`, 'name'],
  ])('%j is refused: %s', (text, why) => {
    expect(readSite(text)).toEqual({ kind: 'refused', why });
  });

  it('writes a name in other letters as the browser does', () => {
    expect(readSite('例子.example', () => 'xn--fsqu00a.example')).toEqual({ kind: 'pattern', pattern: '*://xn--fsqu00a.example/*' });
  });

  it('reads what it wrote', () => {
    for (const text of ['mail.example', '*.bank.example', 'https://mail.example/*', 'file:///x', '[::1]']) {
      const first = readSite(text);
      expect(first.kind === 'pattern' && readSite(first.pattern)).toEqual(first);
    }
  });
});

describe('covers', () => {
  it.each([
    ['*://mail.example/*', 'https://mail.example/inbox', true],
    ['*://mail.example/*', 'http://mail.example:8080/', true],
    ['*://mail.example/*', 'HTTPS://MAIL.example', true],
    ['*://mail.example/*', 'https://new.mail.example/', false],
    ['*://mail.example/*', 'https://notmail.example/', false],
    ['*://mail.example/*', 'https://elsewhere.example/?to=https://mail.example/', false],
    ['*://mail.example/*', 'https://mail.example@elsewhere.example/', false],
    ['*://*.bank.example/*', 'https://bank.example/', true],
    ['*://*.bank.example/*', 'https://a.b.bank.example/', true],
    ['*://*.bank.example/*', 'https://mybank.example/', false],
    ['https://mail.example/*', 'http://mail.example/', false],
    ['file:///*', 'file:///home/me/x.html', true],
    ['file:///*', 'https://file/', false],
    ['*://mail.example/*', 'chrome://mail.example/', false],
  ])('%s and %s: %s', (text, url, expected) => {
    expect(covers(pattern(text), url)).toBe(expected);
  });

  it('a page of no address is off nowhere', () => {
    expect(isOff([pattern('*://mail.example/*')], undefined)).toBe(false);
  });
});

describe('siteOf', () => {
  it.each([
    ['https://mail.example/inbox', '*://mail.example/*'],
    ['http://127.0.0.1:8000/', '*://127.0.0.1/*'],
    ['http://[::1]:8000/', '*://[::1]/*'],
    ['file:///home/me/x.html', 'file:///*'],
    ['about:blank', undefined],
    ['chrome://extensions/', undefined],
    ['moz-extension://123/popup.html', undefined],
    ['data:text/html,x', undefined],
  ])('%s: %s', (url, expected) => {
    const site = siteOf(url);
    expect(site).toBe(expected);
    if (site) expect(covers(site, url)).toBe(true);
  });
});

it('names a site as a person would', () => {
  expect(['*://mail.example/*', '*://*.bank.example/*', 'https://mail.example/*'].map((text) => nameSite(pattern(text)))).toEqual([
    'mail.example',
    '*.bank.example',
    'https://mail.example',
  ]);
});

it.each([
  [undefined, []],
  ['mail.example', []],
  [['*://mail.example/*', 7, null, 'two words', '*://mail.example/*'], ['*://mail.example/*']],
])('of what lies in storage (%j) only patterns are read', (stored, expected) => {
  expect(readSites(stored)).toEqual(expected);
});
