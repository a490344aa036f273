import { spellWhy } from '../core/spell-why';
import type { Strings } from '../core/strings/en';
import type { Why } from '../core/tell-why';

/** What a card knows of the sense of its word, and where the reader says otherwise. */
export interface SenseOfWord {
  word: string;
  /** worked out when asked */
  why: () => Why | undefined;
  nameOf: (term: number) => string;
  onNot: () => void;
}

/** Why the word is marked, on demand, and the way to say that it means something else. */
export function SenseReasons({ sense, words }: { sense: SenseOfWord; words: Strings }) {
  return (
    <div class="sense">
      <details>
        <summary>{words.senses.why}</summary>
        <p>{spellWhy({ why: sense.why(), nameOf: sense.nameOf, words })}</p>
      </details>
      <button type="button" onClick={sense.onNot}>
        {words.senses.notThis(sense.word)}
      </button>
    </div>
  );
}
