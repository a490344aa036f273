import type { KnownDate } from './dates';
import { findKin, type Kin } from './find-kin';
import type { FirstLook } from './first-look';
import type { History } from './history';
import type { Chapter, HistoryEvent, Pack } from './pack-schema';

/** An event as a chapter's figure draws it. */
type ToldEvent = Pick<HistoryEvent, 'id' | 'date' | 'label' | 'lane' | 'importance'>;

/** The chapters, and what their figures draw. */
export interface Book {
  title: Pack['title'];
  chapters: Chapter[];
  looks: FirstLook[];
  lanes: Pack['lanes'];
  /** only those that the chapters tell of */
  events: ToldEvent[];
  kin: Kin[];
  /** when those began that came from others, or others from them */
  began: Record<string, KnownDate>;
}

/** What the panel needs to show all chapters, and no more: it waits for it with its first picture. */
export function tellBook({ pack, terms }: History): Book {
  const { title, chapters, lanes } = pack;
  const told = new Set(
    chapters
      .flatMap(({ paragraphs }) => paragraphs.flatMap(({ en, zh }) => [...en, ...zh]))
      .flatMap((run) => (typeof run === 'object' && 'event' in run ? [run.event] : [])),
  );
  const kin = findKin(pack);
  return {
    title,
    chapters,
    lanes,
    kin,
    looks: pack.terms.map(({ id, name, identity }) => ({ id, name, identity })),
    events: pack.events
      .filter(({ id }) => told.has(id))
      .map(({ id, date, label, lane, importance }) => ({ id, date, label, lane, importance })),
    began: Object.fromEntries(
      kin
        .flatMap(({ elder, younger }) => [elder, younger])
        .flatMap((id) => {
          const date = terms.get(id)?.began.date;
          return date ? [[id, date as KnownDate]] : [];
        }),
    ),
  };
}
