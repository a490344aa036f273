import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { eventSchema, packSchema, termSchema } from '../../core/pack-schema';
import { eventNotes, type FieldNotes, termNotes } from './field-notes';
import type { Finding } from './finding';
import { isMain } from './is-main';

type JsonSchema = ReturnType<typeof toJsonSchema>;

// the converter walks a pipe part by part, so these are known by their first parts
const date = termSchema.entries.began.entries.date.pipe[0];
const runs = termSchema.entries.now.entries.en.pipe[0];

/** A date's pattern; which days a month has, only `npm run check:data` knows. */
const datePattern = '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$';

/**
 * The JSON Schemas that editors read, by file name. `term` and `events` describe what people write in data/ (a surface may be plain text,
 * running text is Markdown), `pack` the compiled document, as which a reader's own pack comes.
 */
export function compileSchemas(): Record<string, string> {
  const term = convert(termSchema, 'written');
  const surfaces = term.properties?.surfaces as JsonSchema;
  surfaces.items = { anyOf: [{ type: 'string', minLength: 1 }, surfaces.items as JsonSchema] };
  const schemas = {
    term: { title: 'A term of the history: data/terms/ID.yaml', ...describe(term, termNotes) },
    events: {
      title: 'The events of one year: data/events/YEAR.yaml',
      type: 'array',
      items: describe(convert(eventSchema, 'written'), eventNotes),
    },
    pack: { title: 'A pack: one history in one JSON document', ...convert(packSchema, 'compiled') },
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', $comment: 'made by: npm run schema', ...schema }, null, 2)}\n`,
    ]),
  );
}

function convert(schema: Parameters<typeof toJsonSchema>[0], form: 'written' | 'compiled'): JsonSchema {
  const { $schema: _, ...converted } = toJsonSchema(schema, {
    typeMode: 'input',
    ignoreActions: ['trim'],
    overrideSchema: ({ valibotSchema }) => {
      if (valibotSchema === date) return { type: 'string', pattern: datePattern };
      if (valibotSchema === runs && form === 'written') return { type: 'string', minLength: 1 };
      return undefined;
    },
  });
  return converted;
}

/** Puts the note of each field where an editor shows it. */
function describe(schema: JsonSchema, notes: FieldNotes, path: readonly string[] = []): JsonSchema {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const steps = [...path, name];
    const note = notes[steps.join('.')] ?? notes[name];
    if (typeof property !== 'object') continue;
    if (note !== undefined) property.description = note;
    describe(property, notes, steps);
  }
  for (const part of [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])])
    if (typeof part === 'object' && !Array.isArray(part)) describe(part, notes, path);
  return schema;
}

/** A finding for each schema file that is not what the code says. */
export function checkSchemaFiles(folder: string): Finding[] {
  return Object.entries(compileSchemas()).flatMap(([name, text]): Finding[] => {
    const file = join(folder, 'schema', name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return [];
    return [
      {
        file: `data/schema/${name}`,
        line: 1,
        field: '',
        message: 'this is not what core/pack-schema.ts says',
        remedy: 'run npm run schema',
      },
    ];
  });
}

/** `npm run schema`: writes data/schema/. */
function writeSchemas(folder: string): void {
  mkdirSync(join(folder, 'schema'), { recursive: true });
  for (const [name, text] of Object.entries(compileSchemas())) {
    writeFileSync(join(folder, 'schema', name), text);
    console.log(`data/schema/${name}`);
  }
}

if (isMain(import.meta.filename)) writeSchemas(join(import.meta.dirname, '../../data'));
