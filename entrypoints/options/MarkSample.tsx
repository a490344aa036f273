import type { Settings } from '../../core/settings';
import type { Strings } from '../../core/strings/en';

/** A sentence as pages show it. The catalogue keeps terms and text in turn; a term met before is marked only where every mention is. */
export function MarkSample({ words, mentions, style }: { words: Strings; mentions: Settings['mentions']; style: Settings['markStyle'] }) {
  const met = new Set<string>();
  return (
    <span class={`sample ${style}`}>
      {words.sample.map((piece, at) => {
        const isTerm = at % 2 === 0;
        const isFirst = !met.has(piece);
        met.add(piece);
        return isTerm && (isFirst || mentions === 'every') ? <u key={at}>{piece}</u> : piece;
      })}
    </span>
  );
}
