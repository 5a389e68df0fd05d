import { demand, isTruthy, numberOf } from './compare.ts';
import { fail } from './fault.ts';
import { type Call, Float, typeName, type Value } from './value.ts';

/** What a filter or method was given, by the names Python has for its parameters. */
export class Arguments {
  readonly #values: ReadonlyMap<string, Value>;

  constructor(name: string, { args, named }: Call, parameters: readonly string[]) {
    if (args.length > parameters.length) fail(`\`${name}\` takes at most ${parameters.length} arguments`);
    for (const key of named.keys()) if (!parameters.includes(key)) fail(`\`${name}\` takes no \`${key}\``);
    const byPlace = parameters.flatMap((key, at): [string, Value][] => {
      const value = args[at];
      return value === undefined ? [] : [[key, value]];
    });
    this.#values = new Map([...byPlace, ...named]);
  }

  get(name: string): Value | undefined {
    return this.#values.get(name);
  }

  text(name: string, otherwise: string): string {
    const value = this.get(name);
    if (value === undefined) return otherwise;
    return typeof demand(value) === 'string' && typeof value === 'string'
      ? value
      : fail(`\`${name}\` must be a text, not a ${typeName(value)}`);
  }

  number(name: string, otherwise: number): number {
    const value = this.get(name);
    if (value === undefined) return otherwise;
    return numberOf(demand(value)) ?? fail(`\`${name}\` must be a number, not a ${typeName(value)}`);
  }

  whole(name: string, otherwise: number): number {
    if (this.get(name) instanceof Float) fail(`\`${name}\` must be a whole number`);
    return this.number(name, otherwise);
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.get(name);
    return value === undefined ? otherwise : isTruthy(value);
  }
}
