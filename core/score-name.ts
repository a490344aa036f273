/**
 * How well a name fits what was typed, 0 for the very name to 1 for nothing; undefined where only a misspelling can explain it. Both are
 * folded. The steps are apart by more than the length of a name can add, so that each kind of fit comes before all of the next.
 */
export function scoreName(name: string, query: string): number | undefined {
  if (name === query) return 0;
  const [dense, typed] = [name.replace(separators, ''), query.replace(separators, '')];
  if (typed === '') return undefined;
  // open shift, docker-compose: where the spaces go is a matter of taste
  if (dense === typed) return 0.01;
  const rest = Math.min(1, (dense.length - typed.length) / 40);
  if (dense.startsWith(typed) && typed.length > 1) return 0.05 + 0.05 * rest;
  const share = shareOfWords(name, query);
  if (share !== undefined) return 0.1 + 0.1 * (1 - share);
  if (dense.includes(typed) && typed.length > 1) return 0.12 + 0.1 * rest;
  return undefined;
}

const separators = /[\s\-_/.,，。、：:·]+/g;

/** How much of a name the typed words are, if all of them are whole words of it: `ibm red hat` is most of `ibm buys red hat`. */
function shareOfWords(name: string, query: string): number | undefined {
  const typed = wordsOf(query);
  if (typed.length < 2) return undefined;
  const words = wordsOf(name);
  if (!typed.every((word) => words.includes(word))) return undefined;
  return typed.join('').length / Math.max(1, words.join('').length);
}

/** Latin words, and each Han character. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{N}]+(?:[.'][\p{Script=Latin}\p{N}]+)*|\p{Script=Han}/gu) ?? [];
}
