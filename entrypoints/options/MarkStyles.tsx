import type { ComponentChildren } from 'preact';
import type { Settings } from '../../core/settings';
import type { Strings } from '../../core/strings/en';
import { MarkSample } from './MarkSample';

const styles = ['line', 'dots', 'wash'] as const;

/** The three ways a mark can look, each shown on a sentence as pages would have it. */
export function MarkStyles({
  settings,
  words,
  said,
  onStyle,
}: {
  settings: Settings;
  words: Strings;
  said: ComponentChildren;
  onStyle: (style: Settings['markStyle']) => void;
}) {
  return (
    <div role="radiogroup" aria-label={words.choices.markStyle}>
      <div class="styles">
        {styles.map((style) => (
          <label key={style}>
            <MarkSample words={words} mentions={settings.mentions} style={style} />
            <span>
              <input type="radio" name="style" value={style} checked={settings.markStyle === style} onChange={() => onStyle(style)} />
              {words.choices.styles[style]}
            </span>
          </label>
        ))}
      </div>
      {said}
    </div>
  );
}
