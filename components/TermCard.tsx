import type { ComponentChildren } from 'preact';
import { formatDate, type Language } from '../core/dates';
import type { CardContent } from '../core/explain-term';
import type { FirstLook } from '../core/first-look';
import type { Strings } from '../core/strings/en';
import type { Moment } from '../core/tell-moment';
import { CardFoot } from './CardFoot';
import { CardMore } from './CardMore';
import { CardTools } from './CardTools';
import { CardTrail } from './CardTrail';
import { Lineage } from './Lineage';
import { RunText } from './RunText';
import type { SenseOfWord } from './SenseReasons';

export interface TermCardProps {
  look: FirstLook;
  /** undefined until the worker has answered */
  content: CardContent | undefined;
  /** a sentence in place of the rest, when the worker could not answer */
  failure?: string | undefined;
  language: Language;
  words: Strings;
  side: 'below' | 'above' | 'beside';
  /** names of the terms that led here, oldest first */
  trail: readonly string[];
  notice?: string | undefined;
  /** of the word in the page, while the card is about its term */
  sense?: SenseOfWord | undefined;
  /** undefined where a card cannot be pinned; `refusal` says why not now */
  pin: { isPinned: boolean; refusal: string | undefined; onPin: () => void } | undefined;
  onTerm: (term: string) => void;
  /** back to the card under which so many lie */
  onCrumb: (depth: number) => void;
  onClose: () => void;
  onChapter: () => void;
}

/** The historical-context card: a sounding line let down from a word. Then, now, and the way on. */
export function TermCard(props: TermCardProps) {
  const { look, content, failure, language, words, side, trail, notice, pin, onTerm } = props;
  const name = look.name[language];
  const isWaiting = !content && failure === undefined;
  return (
    <section
      class={`card ${side}${pin?.isPinned ? ' is-pinned' : ''}`}
      role="dialog"
      aria-label={`${name}${words.comma}${look.identity[language]}`}
      aria-busy={isWaiting}
      lang={language === 'zh' ? 'zh-Hans' : 'en'}
    >
      <span class="drop" aria-hidden="true" />
      {trail.length > 0 && <CardTrail names={[...trail, name]} words={words} onCrumb={props.onCrumb} />}
      <div class="scroll">
        <div class="head">
          <h2 tabIndex={pin?.isPinned ? 0 : -1}>{name}</h2>
          <CardTools words={words} pin={pin} onClose={props.onClose} />
          <p class="identity">{look.identity[language]}</p>
          {content && <Dates content={content} language={language} words={words} />}
        </div>
        {isWaiting && (
          <div class="bones" aria-hidden="true">
            <i />
            <i />
            <i />
          </div>
        )}
        {failure !== undefined && (
          <p class="failure" role="alert">
            {failure}
          </p>
        )}
        {content && (
          <>
            <ol class="depths">
              <Depth name={words.then} kind="then" date={content.then.date && formatDate(content.then.date, language)}>
                <RunText runs={content.then[language]} onTerm={onTerm} />
              </Depth>
              {content.moment && (
                <Depth name={words.pageMoment} kind="page" date={formatDate(content.moment.date, language)}>
                  {describeMoment({ moment: content.moment, language, words })}
                </Depth>
              )}
              <Depth name={words.now} kind="now">
                <RunText runs={content.now[language]} onTerm={onTerm} />
              </Depth>
            </ol>
            {content.lineage.length > 1 && (
              <Lineage stations={content.lineage} current={content.term} language={language} words={words} onTerm={onTerm} />
            )}
            <CardMore content={content} language={language} words={words} onTerm={onTerm} />
          </>
        )}
      </div>
      {content && <CardFoot content={content} language={language} words={words} sense={props.sense} onChapter={props.onChapter} />}
      <p class="notice" role="status">
        {notice}
      </p>
    </section>
  );
}

function Dates({ content, language, words }: { content: CardContent; language: Language; words: Strings }) {
  const began = formatDate(content.began, language);
  return (
    <p class="dates">
      <span>
        <i class={`dot ${content.lane}`} aria-hidden="true" />
        {(content.owner?.name ?? content.laneName)[language]}
      </span>
      <span>
        {content.ended ? (
          <>
            <time dateTime={content.began}>{began}</time> {words.to}{' '}
            <time dateTime={content.ended.date}>{formatDate(content.ended.date, language)}</time>
          </>
        ) : (
          <time dateTime={content.began}>{words.since(began)}</time>
        )}
      </span>
      {content.ended && <span>{words.fates[content.ended.how]}</span>}
    </p>
  );
}

function Depth({
  name,
  kind,
  date,
  children,
}: {
  name: string;
  kind: 'then' | 'page' | 'now';
  date?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <li class={kind}>
      <h3>
        {name} {date && <time>{date}</time>}
      </h3>
      <p>{children}</p>
    </li>
  );
}

function describeMoment({ moment, language, words }: { moment: Moment; language: Language; words: Strings }): string {
  const past = moment.past.map(({ label, ago }) =>
    ago.count === 0 ? words.pastSame(label[language], ago) : words.past(label[language], ago),
  );
  const next = moment.next ? [words.ahead(moment.next.label[language], moment.next.ahead)] : [];
  // what is still to come matters where the term itself was not there yet, or nothing had happened to it
  const rest = moment.isBefore || past.length < 2 ? next : [];
  return [...(moment.isBefore ? [words.notYet] : []), ...past, ...rest].join(language === 'zh' ? '' : ' ');
}
