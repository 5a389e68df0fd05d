/** Licences by SPDX that ask for nothing but their own text beside the copy. */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MIT/X11',
  'Unlicense',
]);
/** For tools of the build, not for what is bundled: licences that ask for changes to be published, or for the author to be named (data). */
const forTools = new Set(['CC-BY-4.0', 'MPL-2.0']);

/** Whether a package under this licence (an SPDX expression without nesting) may be bundled, or used to develop. */
export function isAllowedLicence(expression: string, use: 'bundle' | 'develop'): boolean {
  const isAllowed = (licence: string): boolean =>
    permissive.has(licence) || (use === 'develop' && forTools.has(licence));
  const bare = expression.replaceAll(/^\(|\)$/gu, '');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => isAllowed(licence.trim())));
}
