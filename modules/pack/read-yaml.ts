import { existsSync, readFileSync } from 'node:fs';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Finding, Origin } from './finding';

/** Reads one YAML file; with a finding, and undefined, where it is missing, empty or no YAML. */
export function readYaml(file: string, shown: string, findings: Finding[]): { value: unknown; origin: Origin } | undefined {
  const say = (line: number, message: string, remedy: string) => void findings.push({ file: shown, line, field: '', message, remedy });
  if (!existsSync(file)) return say(1, 'the file is missing', 'put it back');
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const error = document.errors[0];
  if (error)
    return say(
      error.linePos?.[0].line ?? 1,
      `this is no YAML: ${(error.message.split('\n')[0] ?? '').replace(/:$/, '')}`,
      'look at the spaces before the line; put text in quotes that holds “: ” or begins with a sign',
    );
  const value: unknown = document.toJS();
  if (value === null || value === undefined) return say(1, 'the file is empty', 'write the entry, or delete the file');
  return { value, origin: { placeOf: (path) => ({ file: shown, line: lineOf(document, lines, path) }) } };
}

/** The line of a field, or of the nearest thing around it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
