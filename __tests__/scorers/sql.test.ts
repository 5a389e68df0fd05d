import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/core/json.ts';
import { sqlDialects } from '../../src/core/ports.ts';
import { faultOf, scoreWith, valueFor } from '../support/score-with.ts';

const query = 'SELECT name, age FROM users WHERE age > 30 ORDER BY name;';

describe('checks of SQL', () => {
  it.each<[string, Json, number]>([
    [query, null, 1],
    [` ${query}\n`, true, 1],
    ['INSERT INTO t (a) VALUES (1); DELETE FROM t', 'mysql', 1],
    ['SELECT "a b", `c d` FROM t', null, 1],
    ['You can return it within 30 days.', null, 0],
    ['', null, 0],
    ['SELECT * FROM', null, 0],
    ['```sql\nSELECT 1\n```', null, 0],
    ['SELECT `a FROM t', null, 0],
    ['SELECT name age FROM users', null, 0],
    ['SELECT DISTINCT name FROM users', null, 1],
    ["SELECT 'name age' FROM users -- select a b from c", null, 1],
    ['SELECT SQL_NO_CACHE name FROM users', 'mysql', 1],
    ['SELECT generate_series(1, 3)', 'mysql', 0],
    ['SELECT generate_series(1, 3)', 'postgresql', 1],
    ["SELECT data->>'name' FROM users", 'postgresql', 1],
    ['SELECT TOP 3 [a b] FROM users', 'transactsql', 1],
    ['SELECT TOP 3 [a b] FROM users', 'postgresql', 0],
  ])('sql on %j as %j scores %d', (text, argument, value) => {
    expect(valueFor('sql', argument, text)).toBe(value);
    expect(valueFor('not-sql', argument, text)).toBe(1 - value);
  });

  it.each<[string, Json, number]>([
    ['Use this:\n\n```sql\nSELECT id FROM orders\n```\n', null, 1],
    ['Use this:\n~~~\nSELECT id FROM orders\n~~~', null, 1],
    ['```sql\nSELECT id FRM orders\n```\nor\n```sql\nSELECT id FROM orders\n```', null, 1],
    ['```SQL\nSELECT id FROM orders', null, 0],
    ['```js\nSELECT id FROM orders\n```', null, 0],
    ['```\n\n```', null, 0],
    [query, null, 1],
    [`Run ${query}`, null, 0],
  ])('contains-sql on %j as %j scores %d', (text, argument, value) => {
    expect(valueFor('contains-sql', argument, text)).toBe(value);
    expect(valueFor('not-contains-sql', argument, text)).toBe(1 - value);
  });

  it.each<[string, Json, number]>([
    ['SELECT a FROM users', { tables: ['select::(.*)::users'] }, 1],
    ['SELECT a FROM orders', { tables: ['select::(.*)::users'] }, 0],
    ['DELETE FROM users', { tables: ['select::(.*)::users'] }, 0],
    ['SELECT a FROM shop.users', { dialect: 'postgresql', tables: ['select::shop::users'] }, 1],
    ['SELECT users.a FROM users', { columns: ['select::users::a'] }, 1],
    ['SELECT a FROM users', { columns: ['select::users::a'] }, 1],
    ['SELECT b FROM users', { columns: ['select::users::a'] }, 0],
    ['SELECT a FROM users', { columns: ['select::users::a'], tables: ['select::null::orders'] }, 0],
  ])('%j keeps to %j: %d', (text, argument, value) => {
    expect(valueFor('sql', argument, text)).toBe(value);
  });

  it.each(sqlDialects)('read %s', (dialect) => {
    expect(valueFor('sql', dialect, 'SELECT name FROM users WHERE age > 30')).toBe(1);
    expect(valueFor('sql', dialect, 'Certainly! Here it is.')).toBe(0);
  });

  it('say what is wrong', () => {
    const reason = (argument: Json, text: string) =>
      (scoreWith('sql', argument, { text }) as { reason?: string }).reason;
    expect(reason(null, 'SELECT a b FROM t')).toBe('is no SQL: a comma seems to be missing in "a b"');
    expect(reason(null, 'Hello')).toBe('is no SQL: it cannot be read from line 1, column 6 on');
    expect(reason({ tables: ['select::null::t'] }, 'SELECT a FROM u')).toContain(
      'it may not select::null::u (a table)',
    );
    expect(reason('sqlite', query)).toBe('is SQL of sqlite');
    expect(faultOf('sql', 'oracle')).toMatch(/"oracle" is no dialect that is read: athena/u);
    expect(faultOf('sql', { database: 'mysql' })).toBe('must be a dialect, or { dialect, tables, columns }');
    expect(faultOf('sql', { tables: ['select::('] })).toBe('a right is no pattern');
  });

  it('have no score for what would take their parser minutes', () => {
    expect(valueFor('sql', 'postgresql', `SELECT ${'('.repeat(40)}`)).toBe('unscored');
    expect(valueFor('sql', null, `SELECT ${'1 + '.repeat(30_000)}1`)).toBe('unscored');
    expect(valueFor('sql', 'postgresql', query)).toBe(1);
  });
});
