/** A problem with its place on disk, ready to be printed. */
export interface Finding {
  file: string;
  line: number;
  field: string;
  message: string;
  remedy: string;
}

/** Where an entry stands. A chapter stands in two files, so the path decides about the file too. */
export interface Origin {
  placeOf(path: readonly (string | number)[]): { file: string; line: number };
}

/** What is known while the folder is read. */
export interface Reading {
  folder: string;
  findings: Finding[];
  /** by `term swarm`, `event e2014-orchard`, `chapter 3`, `pack` */
  origins: Map<string, Origin>;
  /** entries that did not pass the schema: what leads to them is right as far as anybody can tell */
  broken: Set<string>;
  /** a file as a person names it: `data/terms/swarm.yaml` */
  shown(file: string): string;
}

/** One line a person can act on: `data/terms/swarm.yaml:14  swarm, relations[0].to: … → …`. */
export function printFinding({ file, line, field, message, remedy }: Finding): string {
  return `${file}:${line}  ${field ? `${field}: ` : ''}${message} → ${remedy}`;
}
