/** What reports call this program. */
export const tool = { name: 'promptgate', version: '0.1.0' } as const;
