import type { Mark } from '../core/lay-out-timeline';

export interface TimelineMarkProps {
  mark: Mark;
  /** the date in full and the title */
  name: string;
  isChosen: boolean;
  isRelated: boolean;
  isStop: boolean;
  onChoose: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One event in the picture: a dot for a day, a lozenge for a month, a soft bar for a year, and its label where one has room. */
export function TimelineMark({ mark, name, isChosen, isRelated, isStop, onChoose, onKeyDown }: TimelineMarkProps) {
  const classes = [
    'event',
    `w${mark.importance}`,
    mark.precision,
    mark.label?.side ?? 'right',
    isChosen && 'chosen',
    isRelated && 'related',
  ];
  return (
    <button
      type="button"
      class={classes.filter(Boolean).join(' ')}
      style={{ left: `${mark.x}px`, top: `${mark.y}px`, '--mark': `${mark.width}px` }}
      data-event={mark.id}
      data-key={mark.id}
      tabIndex={isStop ? 0 : -1}
      aria-label={name}
      title={name}
      {...(isChosen && { 'aria-current': 'true' as const })}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <i />
      {mark.label && <span>{mark.label.text}</span>}
    </button>
  );
}
