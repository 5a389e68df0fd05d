/** The pure folders pass a signal on and never make one: its name is all they see of the web's types. */
interface AbortSignal {
  readonly aborted: boolean;
}
