/** The only headers that leave this machine. The client adds others about the machine, and some from the environment. */
const sent = ['authorization', 'content-type', 'accept'] as const;

/** A fetch that sends nothing but what a call needs, and no authorization where there is no key. */
export function limitFetch(hasKey: boolean): typeof fetch {
  return (input, init) => {
    const given = new Headers(init?.headers);
    const headers: Record<string, string> = { 'user-agent': 'promptgate' };
    for (const name of sent) {
      const value = given.get(name);
      if (value !== null && (hasKey || name !== 'authorization')) headers[name] = value;
    }
    return fetch(input, { ...init, headers, redirect: 'error' });
  };
}
