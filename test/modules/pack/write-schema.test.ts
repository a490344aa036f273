import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSchemaFiles, compileSchemas } from '../../../modules/pack/write-schema';

interface Schema {
  type?: string;
  pattern?: string;
  description?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: boolean | Schema;
}

const schemas = compileSchemas();
const read = (name: string) => JSON.parse(schemas[`${name}.schema.json`] ?? '') as Schema;
const at = (schema: Schema | undefined, ...path: string[]) =>
  path.reduce((part, name) => (name === '[]' ? part?.items : part?.properties?.[name]), schema);

describe('the schemas for editors', () => {
  it('describe what people write: running text is a text, a surface may be one', () => {
    const term = read('term');
    expect(at(term, 'then', 'en')?.type).toBe('string');
    expect(at(term, 'surfaces', '[]')?.anyOf?.map(({ type }) => type)).toEqual(['string', 'object']);
    expect(term.required).toEqual(expect.arrayContaining(['id', 'kind', 'surfaces', 'sources']));
    expect(term.required).not.toContain('relations');
    expect(term.additionalProperties).toBe(false);
  });

  it('know a date from a text', () => {
    const pattern = new RegExp(at(read('events'), '[]', 'date')?.pattern ?? '^$');
    for (const date of ['2014', '2014-12', '2014-12-04']) expect(date).toMatch(pattern);
    for (const text of ['2014-13', '2014-13-40', '14', '2014-12-4', 'soon']) expect(text).not.toMatch(pattern);
  });

  it('explain each field of a term and of an event', () => {
    for (const schema of [read('term'), at(read('events'), '[]')])
      for (const [name, field] of Object.entries(schema?.properties ?? {})) expect(field.description, name).toMatch(/\w/);
    expect(at(read('term'), 'relations', '[]', 'to')?.description).toMatch(/id of the other term/);
  });

  it('describe the compiled pack: running text is a list of runs', () => {
    const pack = read('pack');
    expect(at(pack, 'terms', '[]', 'then', 'en')?.type).toBe('array');
    expect(at(pack, 'chapters', '[]', 'paragraphs', '[]', 'zh', '[]')?.anyOf?.[0]?.type).toBe('string');
  });
});

describe('checkSchemaFiles', () => {
  it('has nothing against the files of the project', () => {
    expect(checkSchemaFiles(join(import.meta.dirname, '../../../data'))).toEqual([]);
  });

  it('stops a file that is missing or old, with the command that mends it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'little-whale-'));
    mkdirSync(join(folder, 'schema'));
    for (const [name, text] of Object.entries(schemas))
      writeFileSync(join(folder, 'schema', name), name.startsWith('term') ? text.replace('"kind"', '"sort"') : text);
    rmSync(join(folder, 'schema/pack.schema.json'));
    expect(checkSchemaFiles(folder).map(({ file, remedy }) => [file, remedy])).toEqual([
      ['data/schema/term.schema.json', 'run npm run schema'],
      ['data/schema/pack.schema.json', 'run npm run schema'],
    ]);
    rmSync(folder, { recursive: true });
  });
});
