import type { Prompt } from '../prompt.ts';
import { isKnown } from './choose-engine.ts';
import type { EngineName } from './engine.ts';
import { engines } from './engines.ts';

/** A marker that the template's engine does not fill: the model would see it as it is written. */
export type ForeignMarker = {
  readonly marker: string;
  /** Whose it is, as a predicate: "Jinja", "of the form …". */
  readonly writtenAs: string;
};

type Construct = {
  readonly pattern: RegExp;
  readonly writtenAs: string;
  /** Engines that fill it themselves, or in which it is plain text. */
  readonly fine: readonly EngineName[];
};

const goTemplate = 'Go’s template language';

/** Constructs that are nobody's plain text. */
const constructs: readonly Construct[] = [
  {
    pattern: /\{%-?\+?\s*[a-z]+[^{}]{0,200}?[-+]?%\}/gu,
    writtenAs: 'a tag of another template language',
    fine: ['jinja', 'nunjucks'],
  },
  { pattern: /\{\{~?[#/^>][^{}]{1,200}\}\}/gu, writtenAs: 'Handlebars', fine: ['handlebars'] },
  // `{{.Name}}`, `{{ range .Items }}`, `{{ printf "%s" .Name }}`. `{{end}}` alone may be a variable.
  { pattern: /\{\{-?\s*\.(?:[A-Za-z_][^{}]{0,200})?\}\}/gu, writtenAs: goTemplate, fine: ['f-string', 'handlebars'] },
  {
    pattern:
      /\{\{-?\s*(?:(?:else\s+)?(?:if|with)|range|template|define|block)\s+[$."(\w][^{}]{0,200}\}\}|\{\{-?\s*[A-Za-z_]\w*\s+(?:"[^"{}]{0,200}"\s+)?[$.][A-Za-z_][^{}]{0,200}\}\}/gu,
    writtenAs: goTemplate,
    fine: ['f-string', 'jinja', 'nunjucks', 'handlebars'],
  },
  { pattern: /\{\{-?\s*\$[A-Za-z_][^{}]{0,200}\}\}/gu, writtenAs: 'another template language', fine: ['f-string'] },
  {
    // A filter, a call, an index or an argument behind a name: `{{ name | upper }}`, `{{ f(x) }}`.
    pattern: /\{\{-?\s*[A-Za-z_][\w.]*\s*(?:\|\s*[A-Za-z_]|\(|\[)[^{}]{0,200}\}\}/gu,
    writtenAs: 'Jinja',
    fine: ['f-string', 'jinja', 'nunjucks'],
  },
  {
    // Python's `{price:.2f}`: how a value is written is not read here, and `{a:1}` is an object.
    pattern: /\{[A-Za-z_][\w.]*(?:![rsa])?:(?=[^{}]*[\d,<>^+])[<>^=+\-, ]?#?0?\d*[,_]?(?:\.\d+)?[bcdeEfFgGnosxX%]\}/gu,
    writtenAs: 'Python’s format with a specification',
    fine: [],
  },
  // `$NAME$` is filled by the program's own code: no engine here does, and `$NAME` alone would leave a dollar behind.
  { pattern: /\$[A-Z][A-Z0-9_]+\$/gu, writtenAs: 'a marker of a program’s own', fine: [] },
  {
    // `[[END]]` may be what a model is to write: with an underscore it is a name.
    pattern:
      /<<[A-Z][A-Z0-9]*_[A-Z0-9_]*>>|\[\[[A-Z][A-Z0-9]*_[A-Z0-9_]*\]\]|(?<!\w)__[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]__(?!\w)/gu,
    writtenAs: 'a marker of a program’s own',
    fine: [],
  },
  {
    // Python's `format` by position: in a tag of its own or behind a label of the input. Elsewhere it is JSON.
    pattern:
      /(?<=<[A-Za-z][\w-]{0,40}>\s{0,3})\{\}(?=\s{0,3}<\/)|(?<=^(?!.*\b(?:output|answer|response|reply|result|json|return)s?\b)[A-Z][\w ]{1,40}:[ \t]*\n?[ \t]*)\{\}(?=[ \t]*$)/gimu,
    writtenAs: 'Python’s format, which fills it by its place',
    fine: [],
  },
  // In JSON it is a value that the program puts there: `"body": "<<BODY>>"`.
  { pattern: /(?<=:\s{0,3}")<<[A-Z][A-Z0-9]{2,}>>(?=")/gu, writtenAs: 'a marker of a program’s own', fine: [] },
  {
    // `printf` fills by position, so that no name tells the value. A `%s` that stands for itself, not one in code or in a date.
    pattern: /(?<!printf\W{0,3})(?<=^[ \t]*|[:=][ \t]|\s["'“‘(])%[sdv](?=["'”’)]*[.,;:!?]?(?:\s|$))/gmu,
    writtenAs: '`printf`, which fills it by its place',
    fine: [],
  },
  { pattern: /<%[=-]?\s*[A-Za-z_][^%]{0,200}%>/gu, writtenAs: 'ERB or EJS', fine: [] },
];

/** Engines whose markers are told by a name between them that the cases know. */
const marking = ['mustache', 'f-string', 'string-template', 'percent'] as const satisfies readonly EngineName[];

const most = 5;

/**
 * What another engine would have filled in a template: tags and helpers of template languages, and markers of another
 * kind around a name that the golden cases know. `{city}` around a name that nobody knows is text.
 */
export function findForeignMarkers(
  template: string,
  engine: EngineName,
  known: ReadonlySet<string>,
): readonly ForeignMarker[] {
  if (engine === 'none') return [];
  const tags = constructs
    .filter(({ fine }) => !fine.includes(engine))
    .flatMap(({ pattern, writtenAs }) =>
      Array.from(template.matchAll(pattern), ([marker]): ForeignMarker => ({ marker, writtenAs })),
    );
  const own = new Set(engines[engine].variables(template));
  const others = marking
    .filter((name) => name !== engine && !(name === 'mustache' && ['jinja', 'nunjucks', 'handlebars'].includes(engine)))
    .flatMap((name) => {
      const { variables, show } = engines[name];
      return variables(template)
        .filter((variable) => isKnown(variable, known) && !own.has(variable) && template.includes(show(variable)))
        .map((variable): ForeignMarker => ({ marker: show(variable), writtenAs: `of the form \`${show('name')}\`` }));
    });
  return [...new Map([...tags, ...others].map((one) => [one.marker, one])).values()].slice(0, most);
}

/** What of a prompt nothing here would fill: the model would be asked with it as it is written. */
export type HalfRendered = {
  readonly marker: string;
  /** The template language it is written in. */
  readonly writtenAs: string;
  /** Line of the file, counted from 1. */
  readonly line: number;
  /** What to do about it, where its format knows. */
  readonly fix?: string;
};

/**
 * Finds the markers of other template languages that a prompt holds.
 * @param text of its file, where their lines are looked for
 * @param known names that its golden cases give values to
 */
export function findHalfRendered(prompt: Prompt, text: string, known: ReadonlySet<string>): readonly HalfRendered[] {
  const found = prompt.messages.flatMap(({ content }) =>
    findForeignMarkers(content, prompt.engine, prompt.engineRuled === true ? new Set() : known),
  );
  return [...(prompt.unfilled ?? []).slice(0, most), ...found].map((one) => ({
    ...one,
    line: lineOf(one.marker, text),
  }));
}

function lineOf(marker: string, text: string): number {
  const at = text.indexOf(marker.split('\n', 1)[0] ?? marker);
  return at === -1 ? 1 : text.slice(0, at).split('\n').length;
}
