import type { ComponentChildren } from 'preact';

export interface ChoiceProps<V extends string> {
  name: string;
  title: string;
  help: string;
  value: V;
  options: readonly { value: V; label: string; lang?: string; sample?: ComponentChildren }[];
  /** what became of the last change here, or empty */
  said: string;
  onValue: (value: V) => void;
}

/** One setting: real radio buttons, each with what it looks like, and a word when a change was kept. */
export function Choice<V extends string>({ name, title, help, value, options, said, onValue }: ChoiceProps<V>) {
  return (
    <fieldset class="choice">
      <legend>{title}</legend>
      <p class="quiet small">
        {help} <span role="status">{said}</span>
      </p>
      <div class="ways">
        {options.map((option) => (
          <label key={option.value} {...(option.lang && { lang: option.lang })}>
            {option.sample}
            <span>
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={option.value === value}
                onChange={() => onValue(option.value)}
              />
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
