/** What a text is shown on: whether it has colours, and its columns (100 where they are not known). */
export type Screen = { readonly colours: boolean; readonly columns?: number };
