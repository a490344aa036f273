import type { FirstLooks } from '../../core/first-look';
import type { Pack } from '../../core/pack-schema';

/** Name and identity line of each term, in the order by which the injected script numbers them. */
export function compileFirstLook(pack: Pack): FirstLooks {
  return pack.terms.map(({ id, name, identity }) => ({ id, name, identity }));
}
