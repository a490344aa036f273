import { Icon } from '../../components/Icon';
import { compareDates, formatDate, type KnownDate, type Language } from '../../core/dates';
import { createLifeScale, type Life, type LifeScale } from '../../core/place-lives';
import type { Strings } from '../../core/strings/en';
import type { OnThatDay } from '../../core/tell-page';
import type { ListedTerm } from './page-model';

export interface PageTermListProps {
  terms: readonly ListedTerm[];
  date: KnownDate | undefined;
  order: 'as-written' | 'in-time';
  today: number;
  language: Language;
  words: Strings;
  onTerm: (id: string) => void;
  onNext: (term: number) => void;
}

/** A row a term: its state on that day, its life on the one scale of all, and the way to its next mention. */
export function PageTermList({ terms, date, order, today, language, words, onTerm, onNext }: PageTermListProps) {
  const { thisPage } = words;
  const scale = createLifeScale({ lives: terms, date, today });
  const sorted = order === 'in-time' ? [...terms].sort((a, b) => compareDates(a.began, b.began)) : terms;
  return (
    <div class="lives">
      <div class="head" aria-hidden="true">
        <span>{thisPage.term}</span>
        <span>{date ? thisPage.onThatDay : thisPage.whatItIs}</span>
        <Scale scale={scale} label={thisPage.page} />
        <span />
      </div>
      <ol class="rows">
        {sorted.map((term) => (
          <li key={term.id} class={term.lane} data-term={term.id}>
            <button type="button" class="name" onClick={() => onTerm(term.id)}>
              <i class="dot" aria-hidden="true" />
              {term.name[language]}
            </button>
            <span class="day">{tellDay(term.day, { language, words }) ?? term.identity[language]}</span>
            <LifeLine life={scale.place(term)} page={scale.page} label={lifeOf(term, { language, words })} />
            <button
              type="button"
              class="jump"
              aria-label={thisPage.next(term.name[language], term.count)}
              title={thisPage.next(term.name[language], term.count)}
              onClick={() => onNext(term.term)}
            >
              <span aria-hidden="true">{term.count}</span>
              <Icon name="down" />
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Scale({ scale, label }: { scale: LifeScale; label: string }) {
  const at = (share: number) => ({ insetInlineStart: `${share * 100}%` });
  // a year that would stand under the label of the page is left out
  const ticks = scale.ticks.filter((tick) => scale.page === undefined || Math.abs(tick.at - scale.page) > 0.2);
  return (
    <span class="scale">
      {ticks.map(({ year, at: share }) => (
        <span key={year} style={at(share)}>
          {year}
        </span>
      ))}
      {scale.page !== undefined && (
        <span class="at" style={at(scale.page)}>
          {label}
        </span>
      )}
    </span>
  );
}

function LifeLine({ life, page, label }: { life: Life; page: number | undefined; label: string }) {
  const { from, to, isEarly, isOver, isLater } = life;
  return (
    <span class={`life${isEarly ? ' early' : ''}${isOver ? ' over' : ''}`} role="img" aria-label={label} title={label}>
      {!isLater && <i class="line" style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${Math.max(to - from, 0) * 100}%` }} />}
      {!isLater && <i class="birth" style={{ insetInlineStart: `${from * 100}%` }} />}
      {page !== undefined && <i class="page-day" style={{ insetInlineStart: `${page * 100}%` }} />}
    </span>
  );
}

function lifeOf({ began, ended }: ListedTerm, { language, words }: { language: Language; words: Strings }): string {
  return words.thisPage.life(formatDate(began, language), ended && formatDate(ended, language));
}

function tellDay(day: OnThatDay, { language, words }: { language: Language; words: Strings }): string | undefined {
  const { thisPage, fates } = words;
  if (day.kind === 'ahead') return thisPage.day.ahead(day.ahead);
  if (day.kind === 'gone') return thisPage.day.gone(fates[day.how], day.ago);
  if (day.kind === 'news') return thisPage.day.news(day.label[language], day.ago);
  return day.kind === 'age' ? thisPage.day.age(day.age) : undefined;
}
