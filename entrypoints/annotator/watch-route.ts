/** Answers whether the address became another page's since it was last asked. No event tells of `history.pushState` in every browser. */
export function createRouteCheck(): () => boolean {
  let last = routeOf(location);
  return () => {
    const route = routeOf(location);
    if (route === last) return false;
    last = route;
    return true;
  };
}

/** A hash is a place on the same page, unless it is written as a path. */
function routeOf({ origin, pathname, search, hash }: Location): string {
  return origin + pathname + search + (/^#!?\//.test(hash) ? hash : '');
}
