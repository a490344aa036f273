import type { Language } from './dates';
import type { CardContent } from './explain-term';
import { textOf } from './run-text';
import type { Strings } from './strings/en';

/** A fact as a reader sees it who reports an error in it. */
export interface Reported {
  /** where new issues are written, as GitHub, GitLab's mirrors and Gitea take them: `title` and `body` in the query */
  address: string;
  /** its id in the pack, for those who mend it */
  id: string;
  name: string;
  /** what is said of it, a sentence or two a line */
  said: readonly string[];
}

/** The address of an issue page that is filled in already with what is said. Nothing of the page that the reader came from is in it. */
export function reportLink({ address, id, name, said }: Reported, { report }: Strings): string {
  const body = `${report.says}\n\n${said.map((line) => `> ${line}\n`).join('>\n')}\n${report.asks}\n\n`;
  const filled = `title=${encodeURIComponent(`${name} (${id})`)}&body=${encodeURIComponent(body)}`;
  return `${address}${address.includes('?') ? '&' : '?'}${filled}`;
}

/** What a card says of its term, in the reader's language. */
export function saidOfTerm({ card, language, words }: { card: CardContent; language: Language; words: Strings }): string[] {
  const told = (name: string, depth: CardContent['now']) => `${name}${words.colon}${textOf(depth[language])}`;
  return [card.identity[language], told(words.then, card.then), told(words.now, card.now)];
}
