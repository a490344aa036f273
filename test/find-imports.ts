export interface Import {
  /** as written between the quotes */
  from: string;
  /** gone after the compiler: costs nothing where the code runs */
  isType: boolean;
}

const statement = /^\s*(?:import|export)\b([^'"`;]*?)\bfrom\s*(['"])([^'"]+)\2/gm;
const bare = /^\s*import\s*(['"])([^'"]+)\1/gm;
const dynamic = /(\btypeof\s+)?\b(?:import|require|vi\.mock)\(\s*(['"`])([^'"`]+)\2/g;

/** All that a source file imports or exports from elsewhere: statements, `import()`, `require()` and mocks, types included. */
export function findImports(text: string): Import[] {
  return [
    ...[...text.matchAll(statement)].map((match) => ({ from: match[3] ?? '', isType: /^\s*type\b/.test(match[1] ?? '') })),
    ...[...text.matchAll(bare)].map((match) => ({ from: match[2] ?? '', isType: false })),
    ...[...text.matchAll(dynamic)].map((match) => ({ from: match[3] ?? '', isType: match[1] !== undefined || isMember(text, match) })),
  ];
}

/** `import('./x').Name` in a type, against `await import('./x')`: nothing but a type has a capital right after. */
function isMember(text: string, { index, 0: whole }: RegExpExecArray): boolean {
  return /^\)\.[A-Z]/.test(text.slice(index + whole.length));
}
