/** Why a template was not rendered. `line` is that of the template, from 1; the renderer adds it where it is known. */
export class TemplateFault extends Error {
  readonly kind: 'syntax' | 'undefined' | 'error' | 'limit';
  line: number | undefined;
  /** Another template (included, extended, imported) that the line is of. */
  file: string | undefined;

  constructor(kind: TemplateFault['kind'], message: string, line?: number) {
    super(message);
    this.kind = kind;
    this.line = line;
  }
}

export function fail(message: string): never {
  throw new TemplateFault('error', message);
}
