import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Language } from '../core/dates';
import type { TimelineLayout } from '../core/lay-out-timeline';
import type { Strings } from '../core/strings/en';
import type { EventOutline } from '../core/timeline';
import { TimelineCluster } from './TimelineCluster';
import { TimelineMark } from './TimelineMark';

export interface TimelineLaneProps {
  id: string;
  /** its turn to be drawn anew is still to come */
  isHeld: boolean;
  layout: TimelineLayout;
  byId: ReadonlyMap<string, EventOutline>;
  chosen: string | undefined;
  related: ReadonlySet<string>;
  /** what is drawn of the width, in pixels: at the nearest zoom the picture is some forty views wide */
  seen: { from: number; to: number };
  /** where the tab key stops */
  stop: string | undefined;
  /** what an event is called by who speaks to the browser, with the label that is seen */
  nameOf: (event: EventOutline, label: string | undefined) => string;
  language: Language;
  words: Strings;
  onChoose: (id: string) => void;
  onOpen: (ids: readonly string[]) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The events and counts of one lane, as a group with the lane's name. What has not changed is not made again. */
export function TimelineLane({
  id,
  isHeld,
  layout,
  byId,
  chosen,
  related,
  seen,
  stop,
  nameOf,
  language,
  words,
  onChoose,
  onOpen,
  onKeyDown,
}: TimelineLaneProps) {
  const isMine = (key: string | undefined) => key !== undefined && byId.get(key)?.lane === id;
  const made = useRef<{ of: readonly unknown[]; marks: VNode } | undefined>(undefined);
  const of = [layout, byId, related, seen.from, seen.to, nameOf, language, isMine(chosen) && chosen, isMine(stop) && stop];
  if (!isHeld && !made.current?.of.every((part, at) => part === of[at])) made.current = { of, marks: draw() };
  // marks of another layout would stand at wrong dates
  const isOld = made.current?.of[0] !== layout;

  return (
    <fieldset hidden={isOld} aria-labelledby={`lane-${id}`} style={{ '--lane': `var(--lw-lane-${id}, var(--lw-ink-3))` }}>
      {made.current?.marks}
    </fieldset>
  );

  function draw(): VNode {
    const isSeen = ({ id, x, width }: { id: string; x: number; width: number }) =>
      (x + width >= seen.from && x <= seen.to) || id === stop || id === chosen;
    return (
      <>
        {layout.marks
          .filter((mark) => mark.lane === id && isSeen(mark))
          .map((mark) => {
            const event = byId.get(mark.id);
            return (
              <TimelineMark
                key={mark.id}
                mark={mark}
                name={event ? nameOf(event, mark.label?.text) : mark.id}
                isChosen={mark.id === chosen}
                isRelated={related.has(mark.id)}
                isStop={mark.id === stop}
                onChoose={() => onChoose(mark.id)}
                onKeyDown={onKeyDown}
              />
            );
          })}
        {layout.clusters
          .filter((cluster) => cluster.lane === id && isSeen({ ...cluster, id: cluster.events[0] ?? '' }))
          .map((cluster) => (
            <TimelineCluster
              key={cluster.events[0]}
              cluster={cluster}
              events={cluster.events.flatMap((one) => byId.get(one) ?? [])}
              isStop={cluster.events[0] === stop}
              onOpen={() => onOpen(cluster.events)}
              onKeyDown={onKeyDown}
              {...{ language, words }}
            />
          ))}
      </>
    );
  }
}
