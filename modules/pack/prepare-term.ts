import { readRuns } from './read-runs';

/**
 * Lets people write the short form of a term: a surface as plain text, running text as Markdown.
 * Markdown that the product cannot show is reported with its path, and kept as text.
 */
export function prepareTerm(value: unknown, report: (path: string[], message: string) => void): unknown {
  if (!isGroup(value)) return value;
  const term = { ...value };
  if (Array.isArray(term.surfaces))
    term.surfaces = term.surfaces.map((surface: unknown) => (typeof surface === 'string' ? { text: surface } : surface));
  for (const depth of ['then', 'now']) {
    const fact = term[depth];
    if (!isGroup(fact)) continue;
    const prepared = { ...fact };
    for (const language of ['en', 'zh']) {
      const text = fact[language];
      if (typeof text === 'string') prepared[language] = readText(text, (message) => report([depth, language], message));
    }
    term[depth] = prepared;
  }
  return term;
}

function readText(text: string, report: (message: string) => void): unknown {
  try {
    return readRuns(text);
  } catch (error) {
    report((error as Error).message);
    return [text];
  }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
