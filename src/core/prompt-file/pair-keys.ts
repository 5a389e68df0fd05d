/** Words of a key that say whose text it is, or nothing of what it is for. */
const saysNothing = /^(?:system|user|human|prompt|template|message|text|instructions?)$/u;

/**
 * Of the keys of texts in a map, those of the system's with those of their turns, as files are paired: the same name with `user`
 * for `system`, such as `review_system_prompt` and `review_user_template`. One that could go with several goes with none: so a bare
 * `user_prompt` beside `system_prompt` and `system_prompt_json`.
 */
export function pairKeys(keys: readonly string[]): ReadonlyMap<string, string> {
  const named = keys.flatMap((key) => {
    const words = key.toLowerCase().split(/[_\-. ]+/u);
    const isUser = words.includes('user') || words.includes('human');
    if (words.includes('system') === isUser) return [];
    return [{ key, isUser, rest: words.filter((word) => !saysNothing.test(word)).join(' ') }];
  });
  const groups = Map.groupBy(named, ({ rest }) => rest);
  const lacksUser = [...groups].some(([rest, group]) => rest !== '' && group.every(({ isUser }) => !isUser));
  return new Map(
    [...groups].flatMap(([rest, group]): readonly (readonly [string, string])[] => {
      if (rest === '' && lacksUser) return [];
      const [system, ...systems] = group.filter(({ isUser }) => !isUser);
      const [user, ...users] = group.filter(({ isUser }) => isUser);
      if (system === undefined || user === undefined || systems.length + users.length > 0) return [];
      return [[system.key, user.key]];
    }),
  );
}
