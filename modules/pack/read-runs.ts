import { Lexer, type Token } from 'marked';
import type { Run } from '../../core/pack-schema';

/**
 * Inline Markdown to runs: links lead to a term (`term:swarm`), an event (`event:e2014-orchard`) or an address; emphasis and code keep
 * their kind.
 * @throws for anything else that Markdown knows (HTML, images) and for a link to elsewhere: the product shows text, never markup.
 */
export function readRuns(markdown: string): Run[] {
  return join(Lexer.lexInline(markdown.trim().replace(/\s*\n\s*/g, joinLines)).flatMap(toRuns));
}

/** A line break in the source is a space between Latin words and nothing between Han characters. */
function joinLines(gap: string, at: number, text: string): string {
  const [before = '', after = ''] = [text[at - 1], text[at + gap.length]];
  return isHan(before) && isHan(after) ? '' : ' ';
}

function isHan(character: string): boolean {
  return /[\u2e80-\u9fff\uff00-\uffef\u201c\u201d\u2014]/.test(character);
}

/** What a finding about running text asks for. */
export const howToWrite = 'write plain text, *em*, **strong**, `code`, [words](term:id), [words](event:id) or [words](https://…)';

function toRuns(token: Token): Run[] {
  switch (token.type) {
    case 'text':
    case 'escape':
      return [unescapeText(token.text)];
    case 'em':
    case 'strong':
      return [{ text: plain(withoutLinks(token.tokens ?? [])), style: token.type }];
    case 'codespan':
      return [{ text: unescapeText(token.text), style: 'code' }];
    case 'link':
      return [toLink(token.href, plain(token.tokens ?? []))];
    default:
      throw new Error(
        `“${token.raw}” is ${token.type === 'html' ? 'markup' : `a Markdown ${token.type}`}, and the product shows only text and links`,
      );
  }
}

function toLink(href: string, text: string): Run {
  if (text === '') throw new Error(`the link to “${href}” has no words`);
  const [, kind, id = ''] = /^(term|event):(.+)$/.exec(href) ?? [];
  if (kind === 'term') return { text, term: id };
  if (kind === 'event') return { text, event: id };
  if (!/^https?:\/\/./.test(href)) throw new Error(`the link “${text}” leads to “${href}”: no term, no event, no web address`);
  return { text, url: href };
}

/** A run is a link or emphasised, not both: a link inside would be lost. */
function withoutLinks(tokens: readonly Token[]): readonly Token[] {
  const link = tokens.find((token) => token.type === 'link');
  if (link) throw new Error(`the link “${link.raw}” stands inside emphasis`);
  return tokens;
}

function plain(tokens: readonly Token[]): string {
  return tokens.map((token) => ('text' in token ? unescapeText(token.text) : token.raw)).join('');
}

/** marked escapes for HTML; ours is text. */
function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '');
}

function join(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (typeof run === 'string' && typeof last === 'string') joined[joined.length - 1] = last + run;
    else joined.push(run);
  }
  return joined;
}
