import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { type Assertion, asks, type MapAssertion, type MappedAssertion, notRun, textIn } from './mapped-assertion.ts';

/** Assertions on a reply that is, or contains, HTML, XML or SQL. */
export const markupAssertions = {
  'is-html': ({ negated }) => asks({ kind: negated ? 'not-html' : 'html', argument: null }),
  'contains-html': ({ negated }) => asks({ kind: negated ? 'not-contains-html' : 'contains-html', argument: null }),
  'is-xml': (assertion) => xml('xml', assertion),
  'contains-xml': (assertion) => xml('contains-xml', assertion),
  'is-sql': (assertion) => sql('sql', assertion),
  'contains-sql': (assertion) => sql('contains-sql', assertion),
} as const satisfies Record<string, MapAssertion>;

function xml(name: string, { value, negated }: Assertion): MappedAssertion {
  const elements = elementsIn(value);
  if (elements === undefined) return notRun('its value names no elements');
  return asks({ kind: negated ? `not-${name}` : name, argument: elements.length === 0 ? null : elements });
}

function sql(name: string, { value, negated }: Assertion): MappedAssertion {
  if (value !== null && !isObject(value)) return notRun('its value is no map');
  const { databaseType, allowedTables, allowedColumns } = value ?? {};
  const rights = (list: Json | undefined): readonly string[] | undefined => (isList(list) ? texts(list) : undefined);
  const [tables, columns] = [rights(allowedTables), rights(allowedColumns)];
  if ((allowedTables && tables === undefined) || (allowedColumns && columns === undefined))
    return notRun('what it allows is no list of texts');
  const argument: JsonObject = {
    ...(typeof databaseType === 'string' && databaseType !== '' && { dialect: databaseType.toLowerCase() }),
    ...(tables && tables.length > 0 && { tables }),
    ...(columns && columns.length > 0 && { columns }),
  };
  return asks({ kind: negated ? `not-${name}` : name, argument: Object.keys(argument).length === 0 ? null : argument });
}

/** Paths of elements: in a text with commas, a list, or a list under `requiredElements`; none where nothing is written. */
function elementsIn(value: Json): readonly string[] | undefined {
  if (value === null) return [];
  if (typeof value === 'string') return value.split(',').map((one) => one.trim());
  if (isObject(value)) {
    return Object.keys(value).length === 0
      ? []
      : isList(value['requiredElements'])
        ? texts(value['requiredElements'])
        : undefined;
  }
  return isList(value) ? texts(value) : undefined;
}

function texts(list: readonly Json[]): readonly string[] | undefined {
  const found = list.map(textIn);
  return found.every((one) => one !== undefined) ? found : undefined;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
