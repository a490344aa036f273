import type { Language } from '../../core/dates';
import { drawLineage } from '../../core/draw-lineage';
import type { Chapter } from '../../core/pack-schema';
import type { Strings } from '../../core/strings/en';
import type { Book } from '../../core/tell-book';

const rowHeight = 30;
/** from the top of a row to its line, under the name */
const lineAt = 21;
const familyGap = 10;
const axisHeight = 20;
/** the bend of a line that goes over: per cent across, pixels down */
const bend = { x: 1.6, y: 9 };

/** Who came from whom among the terms of a chapter: each name on its line, which bends into the line of what came of it. */
export function ChapterLineage({ chapter, book, language, words }: { chapter: Chapter; book: Book; language: Language; words: Strings }) {
  const told = new Set(
    chapter.paragraphs.flatMap(({ en }) => en.flatMap((run) => (typeof run === 'object' && 'term' in run ? [run.term] : []))),
  );
  const drawn = chapter.number > 0 && drawLineage({ kin: book.kin, began: new Map(Object.entries(book.began)), told });
  if (!drawn) return null;
  const { rows, joins, columns } = drawn;
  const nameOf = (term: string) => book.looks.find(({ id }) => id === term)?.name[language] ?? term;
  const topOf = (row: number) => row * rowHeight + (rows[row]?.family ?? 0) * familyGap;
  const height = topOf(rows.length - 1) + rowHeight + 4;
  return (
    <figure class="lineage-figure">
      <div class="picture" style={{ blockSize: `${height + axisHeight}px` }}>
        <svg
          aria-hidden="true"
          width="100%"
          height={height + axisHeight}
          viewBox={`0 0 100 ${height + axisHeight}`}
          preserveAspectRatio="none"
        >
          {columns.map(({ year, x, isAfterGap }) => (
            <path key={year} class="tick" d={`M${x} 0V${height}`} {...(isAfterGap && { 'data-gap': '' })} />
          ))}
          {rows.map(({ term, x, endX, isHandedOver }, row) => (
            <path key={term} class="line" d={`M${x} ${topOf(row) + lineAt}H${isHandedOver ? endX - bend.x : endX}`} />
          ))}
          {joins.map(({ from, to, x, how }) => {
            const [top, bottom] = [topOf(from) + lineAt, topOf(to) + lineAt];
            const down = bottom > top ? 1 : -1;
            return (
              <path
                key={`${from} ${to} ${how}`}
                class={how === 'inspired-by' ? 'join idea' : 'join'}
                d={`M${x - bend.x} ${top}Q${x} ${top} ${x} ${top + down * bend.y}V${bottom}`}
              />
            );
          })}
        </svg>
        {columns.map(({ year, x }) => (
          <span key={year} class="year" aria-hidden="true" style={{ insetInlineStart: `${x}%`, insetBlockStart: `${height + 4}px` }}>
            {year}
          </span>
        ))}
        <ol>
          {rows.map(({ term, year, x, from }, row) => (
            <li key={term} style={{ '--x': `${x}%`, insetBlockStart: `${topOf(row)}px` }}>
              <a class="term" data-term={term} href={`timeline.html#term=${term}`} target="_blank" aria-haspopup="dialog" rel="noopener">
                {nameOf(term)}
              </a>
              <span class="sr">
                {words.comma}
                {year}
                {from.length > 0 && words.cameFrom(from.map(({ term: elder, how }) => ({ name: nameOf(elder), how })))}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <figcaption>{words.lineageCaption}</figcaption>
    </figure>
  );
}
