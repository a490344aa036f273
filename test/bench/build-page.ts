import { readFileSync } from 'node:fs';
import { Marked, type Token } from 'marked';
import { createMatcher } from '../../core/find-terms';
import { findMarkdown } from './find-markdown';
import { listSureSpellings, surfaceTable } from './surfaces';

export interface BuiltPage {
  html: string;
  textNodes: number;
  /** UTF-16 code units of text */
  characters: number;
  /** surfaces in it, those in code left out: nobody marks them */
  hits: number;
}

/** Raw HTML and pictures are left out: a page of the bench asks for nothing and runs nothing of its own. */
const marked = new Marked({ renderer: { html: () => '', image: ({ text }) => text.replaceAll('<', '&lt;') } });

/**
 * A page made of the Markdown of the installed packages, an `article` each, with a sentence full of terms wherever hits lag behind.
 * The same packages always give the same page, and a shorter page is the beginning of a longer one with as many hits a node.
 */
export function buildPage({ textNodes, hits, script = '' }: { textNodes: number; hits: number; script?: string }): BuiltPage {
  const table = surfaceTable();
  const matcher = createMatcher(table);
  const nextSentence = createSentences(listSureSpellings(table));
  const parts: string[] = [];
  const built = { textNodes: 0, characters: 0, hits: 0 };

  const add = (html: string) => {
    parts.push(html);
    for (const [text] of html.matchAll(/(?<=>)[^<]+/g)) {
      built.textNodes++;
      built.characters += text.length;
    }
    built.hits += matcher.find(html.replace(/<pre>.*?<\/pre>/gs, '').replace(/<[^>]*>/g, '')).length;
  };
  for (const article of cycle(readArticles())) {
    parts.push('<article>');
    for (const block of article) {
      add(block);
      while (built.hits * textNodes < built.textNodes * hits) add(nextSentence());
      if (built.textNodes >= textNodes) break;
    }
    parts.push('</article>\n');
    if (built.textNodes >= textNodes) break;
  }
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Docker</title><body>\n${parts.join('')}${script && `<script>${script}</script>`}</body></html>`;
  return { html, ...built };
}

/** One Markdown text as the page of a site. */
export function renderArticle(markdown: string): string {
  return renderBlocks(markdown).join('\n');
}

function readArticles(): string[][] {
  const texts = new Set(findMarkdown().map((path) => readFileSync(path, 'utf8')));
  return [...texts].map(renderBlocks).filter((blocks) => blocks.length > 0);
}

function renderBlocks(markdown: string): string[] {
  const { links, ...tokens } = marked.lexer(markdown);
  return Object.values(tokens)
    .map((token) => {
      const html = marked.parser(Object.assign([token as Token], { links }));
      // line breaks between tags would make every second text node one without a word
      return html.startsWith('<pre') ? html : html.replace(/>\n+</g, '><');
    })
    .filter(Boolean);
}

function* cycle<T>(items: readonly T[]): Generator<T> {
  while (items.length > 0) yield* items;
}

const patterns = [
  '<p>Before @ there was @, and whoever ran @ in those years had heard of @ from people who had it from the makers of @; what came after <a href="#">@</a> is told elsewhere, with @ and what is left of @ in a part of its own.</p>',
  '<p>The weather, the coffee and the way to the hall were spoken of at length before anybody named @; then @, @ and <strong>@</strong> were named in one breath, @ a little later, and at the very end, when half of the chairs were empty already, @.</p>',
  '<ul><li>@ was announced in the morning, @ in the afternoon, to people who had come for @</li><li>@ and @ answered within the year, and <code>@</code> remained</li></ul>',
  '<p>A long paragraph names @ only once, however many words it spends on other things, and whether anybody remembers it the next day is a question that it does not ask.</p>',
];

/** Sentences that name the spellings in an order of their own, always the same. */
function createSentences(spellings: readonly string[]): () => string {
  let seed = 1;
  const random = (below: number) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  return () => (patterns[random(patterns.length)] as string).replaceAll('@', () => spellings[random(spellings.length)] as string);
}
