import type { SqlDialect } from '../../core/sandbox-library.ts';

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
export function findSlip(sql: string, dialect: SqlDialect): string | undefined {
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
