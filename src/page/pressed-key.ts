/** The key that was pressed for the page, not to type or to move in what has the focus; Escape leaves a field. */
export function pressedKey(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  const { target, key } = event;
  const typing =
    target instanceof HTMLElement && /^(?:INPUT|SELECT|TEXTAREA)$/u.test(target.tagName) ? target : undefined;
  if (typing === undefined) return key;
  if (key === 'Escape') typing.blur();
  return undefined;
}
