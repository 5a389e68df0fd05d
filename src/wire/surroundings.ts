/** Everything of this process that the adapters read. */
export type Surroundings = { readonly env: Readonly<Record<string, string | undefined>>; readonly signal: AbortSignal };
