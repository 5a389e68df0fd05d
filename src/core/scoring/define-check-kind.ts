import type { CheckKind } from '../check-kind.ts';
import type { JsonObject } from '../json.ts';

/**
 * Closes a kind over the parsing of its argument and options, so that kinds of different arguments fit one
 * index. Whoever calls the kind hands over the argument as written (or as parsed before: parsing twice
 * changes nothing); what does not parse is unscored, never a guess.
 */
export function defineCheckKind<Argument, Options extends JsonObject>(
  definition: CheckKind<Argument, Options>,
): CheckKind {
  const { files, withFiles, needsWith, variables, countQuestions, scenario, compare, score, ...rest } = definition;
  const { argument: argumentSchema, options: optionsSchema } = definition;

  /** The input with its argument and options parsed, or why they are not. */
  function read<Input extends { readonly argument: unknown; readonly options: JsonObject }>(input: Input) {
    const argument = argumentSchema.safeParse(input.argument);
    if (!argument.success) return unscored(definition.kind, 'argument', argument.error.issues);
    const options = optionsSchema.safeParse(input.options);
    if (!options.success) return unscored(definition.kind, 'options', options.error.issues);
    return { kind: 'read', input: { ...input, argument: argument.data, options: options.data } } as const;
  }

  return {
    ...rest,
    score: (input) => {
      const parsed = read(input);
      return parsed.kind === 'read' ? score(parsed.input) : parsed;
    },
    ...(compare && {
      compare: (input) => {
        const parsed = read(input);
        return parsed.kind === 'read' ? compare(parsed.input) : parsed;
      },
    }),
    ...(needsWith && { needsWith: (argument) => needsWith(argumentSchema.parse(argument)) }),
    ...(variables && { variables: (argument) => variables(argumentSchema.parse(argument)) }),
    ...(files && { files: (argument) => files(argumentSchema.parse(argument)) }),
    ...(withFiles && { withFiles: (argument, texts) => withFiles(argumentSchema.parse(argument), texts) }),
    ...(scenario && { scenario: (argument) => scenario(argumentSchema.parse(argument)) }),
    ...(countQuestions && {
      countQuestions: (argument, options, votes, passages) =>
        countQuestions(argumentSchema.parse(argument), optionsSchema.parse(options), votes, passages),
    }),
  };
}

function unscored(kind: string, part: string, issues: readonly { readonly message: string }[]) {
  return { kind: 'unscored', why: `${part} of ${kind}: ${issues[0]?.message ?? 'not readable'}` } as const;
}
