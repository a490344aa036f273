/** The fields of an address: `#chapter=3&p=c3-fig`. Written here because `URLSearchParams` is no part of the language itself. */
export function readFields(hash: string): Map<string, string> {
  const pairs = hash
    .replace(/^#/, '')
    .split('&')
    .filter(Boolean)
    .map((field) => field.split(/=(.*)/s, 2));
  return new Map(pairs.map(([name = '', value = '']) => [decode(name), decode(value)]));
}

/** With its `#`, or empty where there is nothing to say. */
export function writeFields(fields: ReadonlyMap<string, string>): string {
  const text = [...fields].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return text ? `#${text}` : '';
}

/** A broken escape in a link that somebody typed stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
