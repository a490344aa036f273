/** One thing wrong in a pack: where, what, and what to do about it. */
export interface Problem {
  /** `pack`, `term swarm`, `event e2014-orchard`, `chapter 3`: the caller knows the file of each */
  of: string;
  /** where in it: `relations[0].to`; in a chapter `c3-swarm.zh`, the paragraph and the language */
  field: string;
  message: string;
  remedy: string;
  /** what a name leads to and was not found, as `of` would write it: the caller may know that it is there, and broken itself */
  missing?: string;
}

/** Collects the problems of one entry. */
export function createReport(of: string): {
  problems: Problem[];
  say(field: string, message: string, remedy: string, missing?: string): void;
} {
  const problems: Problem[] = [];
  return {
    problems,
    say: (field, message, remedy, missing) => void problems.push({ of, field, message, remedy, ...(missing !== undefined && { missing }) }),
  };
}
