import { XMLParser } from 'fast-xml-parser';

/** What a schema says of an element: attributes by name with what their values are like, and what may stand in it, in words of a pattern. */
type ElementRule = {
  readonly required: Readonly<Record<string, RegExp>>;
  readonly optional?: Readonly<Record<string, RegExp>>;
  /** Of the names of its children, each followed by a blank. */
  readonly children: RegExp;
};
type Rules = Readonly<Record<string, ElementRule>>;

const anything = /^/u;
const count = /^\d+$/u;
const token = /^\S(?:.*\S)?$/u;
const told = { required: { type: anything }, optional: { message: anything }, children: /^$/u };
const bare = { required: {}, children: /^$/u };
const property = { required: { name: token, value: anything }, children: /^$/u };

/** Ant's schema (JUnit.xsd of windyroad, 2011), rule by rule. */
export const antRules: Rules = {
  testsuites: { required: {}, children: /^(?:testsuite )*$/u },
  testsuite: {
    required: {
      id: count,
      package: token,
      name: token,
      timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/u,
      hostname: token,
      tests: count,
      failures: count,
      errors: count,
      time: /^\d+(?:\.\d+)?$/u,
    },
    optional: { skipped: count },
    children: /^properties (?:testcase )*system-out system-err $/u,
  },
  properties: { required: {}, children: /^(?:property )*$/u },
  property,
  testcase: {
    required: { name: token, classname: token, time: /^\d+(?:\.\d+)?$/u },
    children: /^(?:(?:skipped|error|failure) )?$/u,
  },
  skipped: { required: {}, optional: { message: anything }, children: /^$/u },
  error: told,
  failure: told,
  'system-out': bare,
  'system-err': bare,
};

/** The schema of Jenkins' xunit plugin (junit-10.xsd), as far as we write what it names. */
export const jenkinsRules: Rules = {
  testsuites: {
    required: {},
    optional: { name: anything, time: anything, tests: anything, failures: anything, errors: anything },
    children: /^(?:testsuite )*$/u,
  },
  testsuite: {
    required: { name: anything, tests: anything, failures: anything, errors: anything },
    optional: {
      time: /^(?:(?:\d{0,3},)*\d{3}|\d{0,3})*(?:\.\d*)?$/u,
      ...Object.fromEntries(
        ['group', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'].map((name) => [
          name,
          anything,
        ]),
      ),
    },
    children: /^(?:(?:testsuite|properties|testcase|system-out|system-err) )*$/u,
  },
  properties: { required: {}, children: /^(?:property )*$/u },
  property: { ...property, required: { name: anything, value: anything } },
  testcase: {
    required: { name: anything },
    optional: { time: anything, classname: anything, group: anything },
    children: /^(?:(?:skipped|error|failure|system-out|system-err) )*$/u,
  },
  skipped: { required: {}, optional: { type: anything, message: anything }, children: /^$/u },
  error: { required: {}, optional: { type: anything, message: anything }, children: /^$/u },
  failure: { required: {}, optional: { type: anything, message: anything }, children: /^$/u },
  'system-out': bare,
  'system-err': bare,
};

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  preserveOrder: true,
  trimValues: false,
  parseAttributeValue: false,
});

/** Everything in which a document breaks the rules, a sentence each. */
export function breachesOf(xml: string, rules: Rules): readonly string[] {
  const document: readonly Held[] = parser.parse(xml);
  return document.flatMap((held) => (nameOf(held) === '?xml' ? [] : breachesIn(held, rules)));
}

type Held = Readonly<Record<string, unknown>>;

function breachesIn(held: Held, rules: Rules): readonly string[] {
  const name = nameOf(held);
  const rule = rules[name];
  if (rule === undefined) return [`<${name}> is not known`];
  const given = isRecord(held[':@']) ? held[':@'] : {};
  const known = { ...rule.optional, ...rule.required };
  const inside = Array.isArray(held[name])
    ? held[name].filter(isRecord).filter((child) => nameOf(child) !== '#text')
    : [];
  const children = inside.map((child) => `${nameOf(child)} `).join('');
  return [
    ...Object.keys(rule.required).flatMap((one) => (one in given ? [] : [`<${name}> has no ${one}`])),
    ...Object.entries(given).flatMap(([one, value]) => {
      const like = known[one];
      if (like === undefined) return [`<${name}> may have no ${one}`];
      return like.test(String(value)) ? [] : [`${one}="${String(value)}" of <${name}> is not like ${like.source}`];
    }),
    ...(rule.children.test(children) ? [] : [`<${name}> may not hold ${children}`]),
    ...inside.flatMap((child) => breachesIn(child, rules)),
  ];
}

function nameOf(held: Held): string {
  return Object.keys(held).find((key) => key !== ':@') ?? '';
}

function isRecord(value: unknown): value is Held {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
