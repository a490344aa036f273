import type { Strings } from '../core/strings/en';

/** The worker did not answer: says so and offers to ask again. */
export function LoadFailed({ text, words, onAgain }: { text: string; words: Strings; onAgain: () => void }) {
  return (
    <div class="failed" role="alert">
      <p>{text}</p>
      <button type="button" class="button" onClick={onAgain}>
        {words.tryAgain}
      </button>
    </div>
  );
}
