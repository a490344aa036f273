import type { Language } from '../core/dates';
import type { TimelineLayout } from '../core/lay-out-timeline';
import type { Timeline } from '../core/timeline';

/** A name and its note need two lines. In pixels. */
const roomForNote = 38;

/** The names of the lanes at the left of the picture; each names the group of its events. */
export function LaneHeads({
  layout,
  top,
  lanes,
  hasNotes,
  language,
}: {
  layout: TimelineLayout | undefined;
  /** what lies above the lanes, in pixels */
  top: number;
  lanes: Timeline['lanes'];
  hasNotes: boolean;
  language: Language;
}) {
  return (
    <ol class="heads" style={{ marginTop: `${top}px`, height: `${layout?.height ?? 0}px` }}>
      {layout?.lanes.map(({ id, top, height }) => {
        const lane = lanes.find((lane) => lane.id === id);
        return (
          <li key={id} style={{ top: `${top}px`, height: `${height}px` }}>
            <i class="dot" style={{ color: `var(--lw-lane-${id}, var(--lw-ink-3))` }} aria-hidden="true" />
            <span>
              <b id={`lane-${id}`}>{lane?.name[language]}</b>
              {hasNotes && height >= roomForNote && <small>{lane?.note[language]}</small>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
