import type { Language } from '../core/dates';
import type { TimelineLayout } from '../core/lay-out-timeline';
import type { HistoryEvent } from '../core/pack-schema';
import { spellDate } from '../core/spell-date';
import type { Strings } from '../core/strings/en';
import { TimelineCluster } from './TimelineCluster';
import { TimelineMark } from './TimelineMark';

export interface TimelineLaneProps {
  id: string;
  layout: TimelineLayout;
  byId: ReadonlyMap<string, HistoryEvent>;
  chosen: string | undefined;
  related: ReadonlySet<string>;
  /** where the tab key stops */
  stop: string | undefined;
  language: Language;
  words: Strings;
  onChoose: (id: string) => void;
  onOpen: (ids: readonly string[]) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The events and counts of one lane, as a group with the lane's name. */
export function TimelineLane({ id, layout, byId, chosen, related, stop, language, words, onChoose, onOpen, onKeyDown }: TimelineLaneProps) {
  return (
    <fieldset aria-labelledby={`lane-${id}`} style={{ '--lane': `var(--lw-lane-${id}, var(--lw-ink-3))` }}>
      {layout.marks
        .filter((mark) => mark.lane === id)
        .map((mark) => {
          const event = byId.get(mark.id);
          return (
            <TimelineMark
              key={mark.id}
              mark={mark}
              name={event ? nameOf(event, mark.label?.text, { language, words }) : mark.id}
              isChosen={mark.id === chosen}
              isRelated={related.has(mark.id)}
              isStop={mark.id === stop}
              onChoose={() => onChoose(mark.id)}
              onKeyDown={onKeyDown}
            />
          );
        })}
      {layout.clusters
        .filter((cluster) => cluster.lane === id)
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
    </fieldset>
  );
}

/** The date in full and the title; and the words that are seen, where the title has them not: who speaks to the browser says what is seen. */
function nameOf(event: HistoryEvent, label: string | undefined, { language, words }: { language: Language; words: Strings }): string {
  const name = words.datedTitle(spellDate(event.date, language), event.title[language]);
  return label === undefined || holdsWords(name, label) ? name : `${name}${words.comma}${label}`;
}

/** Whole words: who says what they see, `Compose Spec`, is not understood by a button named `Compose Specification`. */
function holdsWords(name: string, label: string): boolean {
  const words = (text: string) => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, ' ')} `;
  return words(name).includes(words(label));
}
