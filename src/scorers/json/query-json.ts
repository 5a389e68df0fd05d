import { FunctionExpressionType, JSONPathEnvironment, type JSONPathQuery, type JSONValue } from 'json-p3';
import type { Json } from '../../core/json.ts';
import { compilePattern } from '../pattern/compile-pattern.ts';

const longest = 500;
/** Each `..` visits the whole value once more for every node found so far. */
const mostDescents = 2;
const mostCommas = 12;
const mostNodes = 10_000;
/** A filter may look at every value for every value, and so on with each one inside it. */
const mostWork = 10_000_000;

const environment = new JSONPathEnvironment({ maxRecursionDepth: 250 });
// The package's own `match` and `search` run on backtracking patterns, which a case could make hang.
environment.functionRegister.set('match', patternFunction('matches'));
environment.functionRegister.set('search', patternFunction('foundIn'));

function patternFunction(how: 'matches' | 'foundIn') {
  return {
    argTypes: [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType],
    returnType: FunctionExpressionType.LogicalType,
    call: (text: unknown, pattern: unknown): boolean => {
      if (typeof text !== 'string' || typeof pattern !== 'string') return false;
      try {
        return compilePattern(pattern)[how](text);
      } catch {
        // RFC 9535 §2.4.6: what is no pattern matches nothing.
        return false;
      }
    },
  };
}

/**
 * Compiles an RFC 9535 path.
 * @throws Error whose message says what is wrong with it.
 */
export function compilePath(path: string): JSONPathQuery {
  if (path.length > longest) throw new Error(`the path is ${path.length} characters long, ${longest} is most`);
  if (path.split('..').length - 1 > mostDescents) throw new Error(`the path has more than ${mostDescents} ".."`);
  // Each `,` may double what the next segment looks at, the same values again and again.
  if (path.split(',').length - 1 > mostCommas) throw new Error(`the path has more than ${mostCommas} commas`);
  try {
    return environment.compile(path);
  } catch (error) {
    throw new Error(`not a JSONPath by RFC 9535: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The values a path selects, at most 10,000; nothing where finding them could take more than some seconds. */
export function queryJson(path: string, value: Json): readonly JSONValue[] | undefined {
  const passes = Math.max(1, path.split('?').length - 1 + path.split('..').length - 1);
  if (countValues(value) ** passes > mostWork) return undefined;
  // The package wants arrays it could write to; it gets a copy.
  const copy: JSONValue = JSON.parse(JSON.stringify(value));
  const found: JSONValue[] = [];
  for (const node of compilePath(path).lazyQuery(copy)) {
    found.push(node.value);
    if (found.length >= mostNodes) break;
  }
  return found;
}

function countValues(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((count: number, member) => count + countValues(member), 1);
}
