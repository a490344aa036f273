import { Icon } from '../../components/Icon';
import { largestSize, type ReaderLook, smallestSize } from '../../core/reader-look';
import type { Strings } from '../../core/strings/en';
import type { LookModel } from './look-model';

/** Size, lines, measure, face and ground of the text. The browser closes it by Escape or a click beside it. */
export function TypePanel({ look, words }: { look: LookModel; words: Strings }) {
  const { size, lines, measure, face, ground, glow } = look.look.value;
  return (
    <>
      <button type="button" class="icon-button aa" popovertarget="type-panel" aria-label={words.typeAndLight} title={words.typeAndLight}>
        Aa
      </button>
      <div class="type-panel" id="type-panel" popover="auto" role="dialog" aria-label={words.typeAndLight}>
        <fieldset>
          <legend>{words.typeSize}</legend>
          <span class="segments">
            <button
              type="button"
              aria-label={words.smaller}
              disabled={size <= smallestSize}
              onClick={() => look.change({ size: size - 1 })}
            >
              <Icon name="minus" />
            </button>
            <output aria-live="polite">{size}</output>
            <button type="button" aria-label={words.larger} disabled={size >= largestSize} onClick={() => look.change({ size: size + 1 })}>
              <Icon name="plus" />
            </button>
          </span>
        </fieldset>
        <Choice name={words.typeLines} field="lines" value={lines} options={words.lines} look={look} />
        <Choice name={words.typeMeasure} field="measure" value={measure} options={words.measures} look={look} />
        <Choice name={words.typeFace} field="face" value={face} options={words.faces} look={look} />
        <fieldset>
          <legend>{words.typeGround}</legend>
          <span class="grounds">
            {(['auto', 'light', 'sepia', 'dark'] as const).map((name) => (
              <button
                type="button"
                key={name}
                class={`ground ${name}`}
                aria-label={words.grounds[name]}
                title={words.grounds[name]}
                aria-pressed={ground === name}
                onClick={() => look.change({ ground: name })}
              />
            ))}
          </span>
        </fieldset>
        <div class="row">
          <span id="glow-name">{words.glow}</span>
          <button
            type="button"
            class="switch"
            role="switch"
            aria-labelledby="glow-name"
            aria-checked={glow}
            onClick={() => look.change({ glow: !glow })}
          />
        </div>
      </div>
    </>
  );
}

function Choice<F extends 'lines' | 'measure' | 'face'>({
  name,
  field,
  value,
  options,
  look,
}: {
  name: string;
  field: F;
  value: ReaderLook[F];
  options: Record<ReaderLook[F], string>;
  look: LookModel;
}) {
  return (
    <fieldset>
      <legend>{name}</legend>
      <span class={`segments ${field}`}>
        {(Object.entries(options) as [ReaderLook[F], string][]).map(([option, label]) => (
          <button
            type="button"
            key={option}
            class={option}
            aria-pressed={value === option}
            onClick={() => look.change({ [field]: option } as Partial<ReaderLook>)}
          >
            {label}
          </button>
        ))}
      </span>
    </fieldset>
  );
}
