import { formatDate, type KnownDate, type Language } from '../../core/dates';
import type { Chapter } from '../../core/pack-schema';
import { placeOnAxis } from '../../core/place-on-axis';
import type { Strings } from '../../core/strings/en';
import type { Book } from '../../core/tell-book';

const rowHeight = 27;
/** from the top of a row to its line, under the name of the lane */
const lineAt = 19;
const axisHeight = 20;

/** The events that a chapter tells of, by lane and day: what came before what, in one look. */
export function ChapterFigure({ chapter, book, language, words }: { chapter: Chapter; book: Book; language: Language; words: Strings }) {
  const told = new Set(
    chapter.paragraphs.flatMap(({ en }) => en.flatMap((run) => (typeof run === 'object' && 'event' in run ? [run.event] : []))),
  );
  const events = book.events.filter(({ id }) => told.has(id));
  const { ticks, at } = placeOnAxis(events.map(({ date }) => date as KnownDate));
  const lanes = book.lanes.filter(({ id }) => events.some(({ lane }) => lane === id));
  if (events.length < 3) return null;
  return (
    <figure class="lanes-figure">
      <svg width="100%" height={lanes.length * rowHeight + axisHeight} role="img" aria-label={words.figureOf(events.length)}>
        {ticks.map(({ year, x }) => (
          <g key={year}>
            <line class="tick" x1={`${x}%`} x2={`${x}%`} y1="0" y2={lanes.length * rowHeight} />
            <text class="year" x={`${x}%`} y={lanes.length * rowHeight + 14} dx="3">
              {year}
            </text>
          </g>
        ))}
        {lanes.map((lane, row) => (
          <g key={lane.id} class={lane.id} transform={`translate(0 ${row * rowHeight})`}>
            <line class="lane" x1="0" x2="100%" y1={lineAt} y2={lineAt} />
            <text class="name" x="0" y="10">
              {lane.name[language]}
            </text>
            {events
              .filter((event) => event.lane === lane.id)
              .map((event) => (
                <circle key={event.id} cx={`${at(event.date as KnownDate)}%`} cy={lineAt} r={event.importance === 3 ? 4.5 : 3}>
                  <title>{words.datedTitle(formatDate(event.date as KnownDate, language), event.label[language])}</title>
                </circle>
              ))}
          </g>
        ))}
      </svg>
      <figcaption>{words.figureCaption}</figcaption>
    </figure>
  );
}
