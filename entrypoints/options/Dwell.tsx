import type { ComponentChildren } from 'preact';
import { dwellRange } from '../../core/settings';
import type { Strings } from '../../core/strings/en';

/** How long to rest on a word before its card opens. */
export function Dwell({
  value,
  words,
  said,
  onValue,
}: {
  value: number;
  words: Strings;
  said: ComponentChildren;
  onValue: (ms: number) => void;
}) {
  return (
    <div class="row">
      <label for="dwell">{words.choices.dwell}</label>
      <span class="slide">
        <input
          id="dwell"
          type="range"
          min={dwellRange.least}
          max={dwellRange.most}
          step={dwellRange.step}
          value={value}
          aria-valuetext={words.choices.dwellUnit(value)}
          onInput={(event) => onValue(Number(event.currentTarget.value))}
        />
        <output for="dwell">{words.choices.dwellUnit(value)}</output>
      </span>
      {said}
    </div>
  );
}
