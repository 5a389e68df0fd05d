/** What the HTML report is made of beside its texts. Packing and hashing are the adapter's: reporters are pure. */
export type PageForm = {
  /** The page's program, one script without modules. */
  readonly program: string;
  /** Text as gzip in base64. */
  readonly pack: (text: string) => string;
  /** What a content security policy calls a script or style by: `sha256-…`. */
  readonly hash: (text: string) => string;
};
