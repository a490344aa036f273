/** Writes what is not ASCII as JavaScript's strings and regular expressions may spell it: `\\u` and four digits a code unit. */
export function escapeBeyondAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same text again. */
export function unescapeBeyondAscii(code: string): string {
  return code.replace(/\\u([0-9a-f]{4})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}
