import type { ComponentChild } from 'preact';
import type { KnownDate, Language } from '../core/dates';
import type { FirstLook } from '../core/first-look';
import type { MarkedWord, MarkSource } from '../core/mark-source';
import type { Placement } from '../core/place-card';
import { spellWhy } from '../core/spell-why';
import type { Strings } from '../core/strings/en';
import type { Verdict } from '../core/verdicts';
import type { CardTransport, WordInDoubt } from './card-transport';
import { type Meaning, SenseChoice } from './SenseChoice';
import { SenseDone } from './SenseDone';
import type { SenseOfWord } from './SenseReasons';

/** What a reader and a card say to each other about what its word means here. */
export interface SenseTalk {
  /** What stands in the card's place: the question, or what became of the answer. Undefined while the card itself is shown. */
  paint(how: {
    look: FirstLook;
    year: KnownDate | undefined;
    language: Language;
    words: Strings;
    side: Placement['side'];
  }): ComponentChild | undefined;
  /** What the card's foot may tell of the word; undefined where nothing decides that. */
  ofWord(language: Language): SenseOfWord | undefined;
}

export function createSenseTalk({
  mark,
  marks,
  doubt,
  term,
  transport,
  onStage,
  onTerm,
  onFailure,
  onClose,
}: {
  mark: MarkedWord | undefined;
  marks: MarkSource;
  /** a word that the reader asked for and that may mean something else: it is asked first which */
  doubt: WordInDoubt | undefined;
  term: string;
  transport: CardTransport;
  /** something else is to be drawn, with the focus in it */
  onStage: (stage: 'card' | 'question' | 'done') => void;
  /** the reader means this other term */
  onTerm: (term: string) => void;
  /** what was said could not be kept */
  onFailure: () => void;
  onClose: () => void;
}): SenseTalk {
  let stage: 'card' | 'question' | 'done' = doubt ? 'question' : 'card';
  const word = mark?.word ?? doubt?.word ?? '';

  function show(next: typeof stage): void {
    stage = next;
    onStage(next);
  }

  function answer(verdict: Verdict | undefined): void {
    const kept = transport.remember?.({ term, verdict });
    marks.setOpen(verdict === 'never' ? undefined : mark);
    show(verdict === 'never' ? 'done' : verdict === undefined && doubt ? 'question' : 'card');
    kept?.catch(() => {
      stage = 'card';
      onFailure();
    });
  }

  function listMeanings({ look, year, words }: { look: FirstLook; year: KnownDate | undefined; words: Strings }): Meaning[] {
    const first = {
      look,
      year,
      note: mark ? words.senses.alwaysHere : '',
      onChoose: () => (mark ? answer('always') : show('card')),
    };
    const others = (doubt?.others ?? []).flatMap((id) => transport.firstLook(id) ?? []);
    return [
      first,
      ...others.map((other) => ({
        look: other,
        note: '',
        onChoose() {
          stage = 'card';
          onTerm(other.id);
        },
      })),
    ];
  }

  return {
    paint({ look, year, language, words, side }) {
      if (stage === 'card') return undefined;
      if (stage === 'done')
        return <SenseDone name={look.name[language]} word={word} language={language} words={words} onUndo={() => answer(undefined)} />;
      return (
        <SenseChoice
          word={word}
          why={spellWhy({ why: doubt?.why, nameOf: () => '', words })}
          meanings={listMeanings({ look, year, words })}
          isPrivate={transport.isPrivate === true}
          language={language}
          words={words}
          side={side}
          onNone={() => answer('never')}
          onClose={onClose}
        />
      );
    },
    ofWord(language) {
      if (!mark || !transport.remember || !marks.why) return undefined;
      return {
        word,
        why: () => marks.why?.(mark),
        nameOf: (number) => transport.firstLook(number)?.name[language] ?? '',
        onNot: () => show('question'),
      };
    },
  };
}
