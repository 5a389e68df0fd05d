import { z } from 'zod';
import type { ScorerInput, ScorerResult } from '../../core/check-kind.ts';
import type { SandboxScript, SqlDialect } from '../../core/ports.ts';
import { mark } from '../text/mark.ts';
import { type SqlArgument, type SqlSettings, settingsOf } from './sql-argument.ts';

/** Longest text that is read; a statement of a model is far shorter. */
const longest = 100_000;

/** When a check of SQL has no score, for docs/checks.md. */
export const unscoredSql = `the text has more than ${longest.toLocaleString('en')} characters, or its parser takes more than a second or 64 MB (deep nesting)`;

/** What is wrong with each text; `null` where it is right. What a statement does is written as rights are: `select::null::orders`. */
const answer = z.array(z.string().nullable());

/**
 * Whether one of these texts is SQL that keeps to what it may touch. The parser runs in the sandbox: with some dialects
 * a dozen open brackets take it minutes.
 */
export function judgeSql(
  texts: readonly string[],
  { argument, sandbox, text }: Pick<ScorerInput<SqlArgument>, 'argument' | 'sandbox' | 'text'>,
): ScorerResult {
  if (sandbox === undefined) return { kind: 'unscored', why: 'no SQL is read here' };
  if (text.length > longest) {
    return { kind: 'unscored', why: `the reply has more than ${longest.toLocaleString('en')} characters` };
  }
  const settings = settingsOf(argument);
  const { dialect = 'mysql' } = settings;
  const slips = texts.map((one) => (one.trim() === '' ? 'it is empty' : findSlip(one.trim(), dialect)));
  const sound = texts.filter((_, index) => slips[index] === undefined);
  const [slip = 'it is empty'] = slips.filter((one) => one !== undefined);
  if (sound.length === 0) return mark(false, `is no SQL: ${slip}`);
  const read = sandbox.run(scriptFor(dialect), [sound, rightsOf(settings)]);
  if (read.kind === 'failed') return { kind: 'unscored', why: `the parser of SQL: ${read.why}` };
  const faults = answer.parse(read.value);
  if (faults.includes(null)) return mark(true, `is SQL of ${dialect}`);
  return mark(false, `is no SQL: ${faults.at(-1) ?? slip}`);
}

/** A column of a table that is allowed may be written without the table. */
function rightsOf({ tables = [], columns = [] }: SqlSettings) {
  const bare = columns.flatMap((right) => {
    const [operation, table, column, ...more] = right.split('::');
    return column === undefined || more.length > 0 || table === 'null' ? [] : [`${operation}::null::${column}`];
  });
  return { tables, columns: [...new Set([...columns, ...bare])] };
}

/** The parser's own list of rights is compared by its own rule: each of what a text does must match one of them whole. */
function scriptFor(dialect: SqlDialect): SandboxScript {
  const source = `(() => {
    const parser = new sql.Parser();
    const faultOf = (text, rights) => {
      const about = { database: ${JSON.stringify(dialect)} };
      try { parser.parse(text, about); } catch (fault) {
        const { line, column } = fault.location?.start ?? {};
        return line === undefined ? fault.message : 'it cannot be read from line ' + line + ', column ' + column + ' on';
      }
      for (const [type, list] of [['table', rights.tables], ['column', rights.columns]]) {
        try { parser.whiteListCheck(text, list, { ...about, type }); }
        catch (fault) {
          const [, done] = /^authority = '(.*?)' is required/.exec(fault.message) ?? [];
          return done === undefined ? fault.message : 'it may not ' + done + ' (a ' + type + ')';
        }
      }
      return null;
    };
    return (texts, rights) => {
      const faults = [];
      for (const text of texts) {
        faults.push(faultOf(text, rights));
        if (faults.at(-1) === null) break;
      }
      return faults;
    };
  })()`;
  return { name: `sql of ${dialect}`, source, form: 'function', library: `sql/${dialect}` };
}

/** Between `select` and the first column. */
const anywhere = 'all|distinct';
const inMySql = `${anywhere}|distinctrow|high_priority|straight_join|sql_(?:big_result|buffer_result|cache|calc_found_rows|no_cache|small_result)`;

/** Texts in quotes, names in quotes, comments, and texts between `$tag$`: nothing in them is the statement's own. */
const quoted = [
  `'(?:[^'\\\\]|\\\\[^]?|'')*(?:'|$)`,
  `"(?:[^"\\\\]|\\\\[^]?|"")*(?:"|$)`,
  '`(?:[^`\\\\]|\\\\[^]?|``)*(?:`|$)',
];
const bracketed = '\\[(?:[^\\]]|\\]\\])*(?:\\]|$)';
const dollared = '(\\$(?:[A-Za-z_]\\w*)?\\$)(?:[^]*?\\1|[^]*$)';
const comment = '(?:--|#)[^\\r\\n]*|/\\*(?:[^]*?\\*/|[^]*$)';

/**
 * Slips in a statement that a parser reads as something else, or does not see: an odd number of backticks, two names
 * side by side right before `from`, which lack a comma, and PostgreSQL's `generate_series` where MySQL is meant.
 * promptfoo finds the same three.
 */
function findSlip(sql: string, dialect: SqlDialect): string | undefined {
  if (sql.split('`').length % 2 === 0) return 'a backtick is left open';
  if (dialect === 'mysql' && /\bgenerate_series\s*\(/iu.test(sql)) return 'MySQL has no generate_series';
  const modifiers = dialect === 'mysql' || dialect === 'mariadb' ? inMySql : anywhere;
  const lacking = new RegExp(
    `\\bselect\\s+(?:(?:${modifiers})\\s+)*(?!(?:${modifiers})\\b)([a-z_]\\w*\\s+[a-z_]\\w*)\\s+from\\b`,
    'i',
  ).exec(plainPart(sql, dialect));
  return lacking === null ? undefined : `a comma seems to be missing in ${JSON.stringify(lacking[1])}`;
}

/** A statement with a mark in the place of what is quoted, and a blank in that of comments. */
function plainPart(sql: string, dialect: SqlDialect): string {
  const hasBrackets = dialect === 'transactsql' || dialect === 'sqlite';
  const aside = new RegExp([...quoted, ...(hasBrackets ? [bracketed] : []), dollared, comment].join('|'), 'g');
  return sql.replaceAll(aside, (found) => (/^(?:--|#|\/\*)/u.test(found) ? ' ' : ' ? '));
}
