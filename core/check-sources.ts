import type { Source } from './pack-schema';
import { createReport, type Problem } from './problem';
import { suggestId } from './suggest-id';

/** Every key that a fact names is listed, and every listed source is some fact's receipt. `facts` are given with their field. */
export function checkSources({
  of,
  facts,
  sources,
}: {
  of: string;
  facts: readonly (readonly [field: string, fact: { source: readonly string[] } | undefined])[];
  sources: Readonly<Record<string, Source>>;
}): Problem[] {
  const { problems, say } = createReport(of);
  const named = new Set<string>();
  for (const [field, fact] of facts)
    for (const key of fact?.source ?? []) {
      named.add(key);
      if (!Object.hasOwn(sources, key))
        say(
          field ? `${field}.source` : 'source',
          `“${key}” is not among the sources below`,
          `add it under sources, with title and url${suggestId(key, Object.keys(sources))}`,
        );
    }
  for (const key of Object.keys(sources))
    if (!named.has(key)) say(`sources.${key}`, 'no fact uses it', 'drop it, or name it where it is the receipt');
  return problems;
}
