import type * as v from 'valibot';
import { suggestId } from '../../core/suggest-id';
import { type FieldNotes, noteOf } from './field-notes';

type Path = readonly (string | number)[];

export function pathOf(issue: v.BaseIssue<unknown>): (string | number)[] {
  return (issue.path ?? []).map((part) => part.key as string | number);
}

/** `['relations', 0, 'to']` as people write it: relations[0].to. */
export function spellPath(path: Path): string {
  return path.map((step, n) => (typeof step === 'number' ? `[${step}]` : `${n === 0 ? '' : '.'}${step}`)).join('');
}

/** What the schema has against a value, in words of someone who writes YAML: what is wrong, and what to do. */
export function explainIssue(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, notes: FieldNotes): { message: string; remedy: string } {
  const path = pathOf(issue);
  const note = noteOf(notes, path) ?? 'what the schema in data/schema asks for';
  if (issue.expected === 'never') return explainUnknown(path, schema);
  if (issue.input === undefined) return { message: 'is missing', remedy: `add it: ${note}` };
  if (issue.input === null || issue.input === '') return { message: 'is empty', remedy: `write ${note}` };
  switch (issue.type) {
    case 'picklist': {
      const choices = (issue.expected ?? '').replace(/[()"]/g, '').split(' | ');
      const isUnquoted = typeof issue.input === 'number' && choices.includes(String(issue.input));
      return {
        message: `${show(issue.input)} is none of the choices`,
        remedy: isUnquoted ? `put it in quotes: '${issue.input}'` : `use one of ${choices.join(', ')}`,
      };
    }
    case 'regex':
      return { message: `${show(issue.input)} is no id`, remedy: 'an id is lower-case letters, digits and hyphens, as in swarm-mode' };
    case 'url':
    case 'starts_with':
      return { message: `${show(issue.input)} is no well-formed web address`, remedy: 'copy it from the browser’s address bar: https://…' };
    case 'custom':
      return {
        message: `${show(issue.input)} is no date`,
        remedy: 'write YYYY, YYYY-MM or YYYY-MM-DD, a month from 01 to 12 and a day that the month has',
      };
    case 'min_length':
    case 'non_empty':
      return { message: 'is empty', remedy: `write ${note}` };
    case 'string':
      if (typeof issue.input === 'number' || typeof issue.input === 'boolean')
        return { message: `${issue.input} is read as a ${typeof issue.input}`, remedy: `put it in quotes: '${issue.input}'` };
      return { message: `is ${show(issue.input)}, not text`, remedy: `write ${note}` };
    default:
      return {
        message: `is ${show(issue.input)}, not ${issue.expected === 'Array' ? 'a list' : issue.expected === 'Object' ? 'a group of fields' : issue.expected}`,
        remedy: `write ${note}`,
      };
  }
}

function explainUnknown(path: Path, schema: v.GenericSchema): { message: string; remedy: string } {
  const name = String(path.at(-1));
  const known = Object.keys(schemaAt(schema, path.slice(0, -1))?.entries ?? {});
  return {
    message: `there is no field “${name}” here${suggestId(name, known)}`,
    remedy: `drop it; the fields here are ${known.join(', ')}`,
  };
}

interface Walkable {
  entries?: Record<string, Walkable>;
  item?: Walkable;
  value?: Walkable;
  wrapped?: Walkable;
}

/** The part of a schema that a path leads to. */
function schemaAt(schema: v.GenericSchema, path: Path): Walkable | undefined {
  const unwrap = (part: Walkable | undefined): Walkable | undefined => (part?.wrapped ? unwrap(part.wrapped) : part);
  let part = unwrap(schema as unknown as Walkable);
  for (const step of path) part = unwrap(part?.entries ? part.entries[step] : (part?.item ?? part?.value));
  return part;
}

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  return `“${String(value)}”`;
}
