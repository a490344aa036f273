import { formatDate, type Language } from '../core/dates';
import type { Cluster } from '../core/lay-out-timeline';
import type { Strings } from '../core/strings/en';
import type { EventOutline } from '../core/timeline';

export interface TimelineClusterProps {
  cluster: Cluster;
  /** the same events, in order of time */
  events: readonly EventOutline[];
  isStop: boolean;
  language: Language;
  words: Strings;
  onOpen: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Events that have no room of their own at this zoom, under one count. */
export function TimelineCluster({ cluster, events, isStop, language, words, onOpen, onKeyDown }: TimelineClusterProps) {
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return null;
  const name = words.cluster(events.length, formatDate(first.date, language), formatDate(last.date, language));
  return (
    <button
      type="button"
      class="cluster"
      style={{ left: `${cluster.x}px`, top: `${cluster.y}px`, width: `${cluster.width}px` }}
      data-key={first.id}
      data-events={cluster.events.join(' ')}
      tabIndex={isStop ? 0 : -1}
      aria-label={name}
      title={name}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      {events.length}
    </button>
  );
}
