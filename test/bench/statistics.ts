/** The middle of some measurements, with the quartiles around it. */
export interface Spread {
  median: number;
  low: number;
  high: number;
  n: number;
}

export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: medianOf(values), low: quantileOf(values, 0.25), high: quantileOf(values, 0.75), n: values.length };
}

/** The value below which a share of the values lies, between the two nearest. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * The 95 % interval of the mean of the logarithms, as a ratio: ratios of 0.5 and 2 are equally far from 1.
 * Student's t for few pairs, taken from its table.
 */
export function intervalOf(ratios: readonly number[]): { mean: number; low: number; high: number } {
  const logs = ratios.map(Math.log);
  const n = logs.length;
  const mean = logs.reduce((sum, log) => sum + log, 0) / n;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (n - 1);
  const student = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14][n - 2] ?? 2;
  const half = student * Math.sqrt(variance / n);
  return { mean: Math.exp(mean), low: Math.exp(mean - half), high: Math.exp(mean + half) };
}

/**
 * Measures each variant once a round, forwards in one round and backwards in the next, so that whatever grows over time (heat, heap,
 * other programs) weighs on all of them alike. Ratios and differences are taken within a round.
 */
export async function measureInRounds<V extends string, R>({
  variants,
  rounds,
  measure,
}: {
  variants: readonly V[];
  rounds: number;
  measure: (variant: V) => Promise<R>;
}): Promise<Record<V, R>[]> {
  const measured: Record<V, R>[] = [];
  for (let round = 0; round < rounds; round++) {
    const results: Partial<Record<V, R>> = {};
    for (const variant of round % 2 === 0 ? variants : [...variants].reverse()) results[variant] = await measure(variant);
    measured.push(results as Record<V, R>);
  }
  return measured;
}
