/**
 * The address where it is a plain one, that nothing in HTML or Markdown could take for anything else: the only live links in
 * our output lead to the run and its report.
 */
export function plainAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\/[\w.:-]+(?:\/[\w\-./~%?=&#]*)?$/u.test(address) ? address : undefined;
}
