/** ` (did you mean “kubernetes”?)` for a misspelt id, an empty text where nothing is near: a slip in three letters at most. */
export function suggestId(wrong: string, ids: Iterable<string>): string {
  const near = [...ids].map((id) => ({ id, slips: countSlips(wrong, id) })).filter(({ slips }) => slips <= Math.max(1, wrong.length / 3));
  const nearest = near.sort((a, b) => a.slips - b.slips)[0];
  return nearest === undefined ? '' : ` (did you mean “${nearest.id}”?)`;
}

/** Letters left out, put in, mistaken, or two of them turned round. */
function countSlips(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same, turned));
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], n: number): number {
  return row[n] ?? Number.POSITIVE_INFINITY;
}
