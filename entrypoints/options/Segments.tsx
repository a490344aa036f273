import type { ComponentChildren } from 'preact';

export interface SegmentsProps<V extends string> {
  name: string;
  title: string;
  help?: string;
  value: V;
  options: readonly { value: V; label: string; lang?: string }[];
  /** what became of the last change here, or nothing */
  said: ComponentChildren;
  onValue: (value: V) => void;
}

/** One setting of a few values in a row: real radio buttons, drawn as one control. */
export function Segments<V extends string>({ name, title, help, value, options, said, onValue }: SegmentsProps<V>) {
  return (
    <div class="row" role="radiogroup" aria-labelledby={`${name}-title`} {...(help && { 'aria-describedby': `${name}-help` })}>
      <span id={`${name}-title`}>{title}</span>
      <span class="segments">
        {options.map((option) => (
          <label key={option.value} {...(option.lang && { lang: option.lang })}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onValue(option.value)} />
            {option.label}
          </label>
        ))}
      </span>
      {help && <small id={`${name}-help`}>{help}</small>}
      {said}
    </div>
  );
}
