/** How a request fared against a limit of `requests` in each window of `windowMs`. */
export type Counted = { readonly over: boolean; readonly remaining: number; readonly resetMs: number };

/** Counts requests in fixed windows, the first of which opens with the first request. `now` is in milliseconds. */
export function countInWindow(requests: number, windowMs: number): (now: number) => Counted {
  let opened = Number.NEGATIVE_INFINITY;
  let seen = 0;
  return (now) => {
    if (now - opened >= windowMs) {
      opened = now;
      seen = 0;
    }
    const over = seen >= requests;
    if (!over) seen += 1;
    return { over, remaining: requests - seen, resetMs: Math.max(1, Math.ceil(opened + windowMs - now)) };
  };
}
