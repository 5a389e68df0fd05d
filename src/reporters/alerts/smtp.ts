import type { MailServer } from '../../core/alerts/alert-message.ts';
import type { AlertTarget } from './types.ts';
import { plainLine, wordAlert } from './word-alert.ts';

/** An address as servers take it; nothing in it ends a header or a command. */
const address = /^[^\s<>(),;:"\\[\]@\p{Cc}]{1,64}@[A-Za-z0-9.-]{1,253}$/u;

/** E-mail, by the SMTP server whose address (`smtps://user:password@host:465`) is in the environment. Plain text: nothing in it is markup. */
export const smtp: AlertTarget = {
  name: 'smtp',
  title: 'E-mail',
  gathers: true,
  write: (alert, access) => {
    const read = serverOf(access.value);
    if (read === undefined)
      return { unusable: 'it must hold an address such as `smtps://user:password@mail.example.com:465?from=…&to=…`' };
    const from = access.from ?? read.query.get('from') ?? '';
    const [first, ...others] =
      access.to ??
      read.query
        .get('to')
        ?.split(',')
        .map((one) => one.trim()) ??
      [];
    if (!address.test(from)) return { unusable: 'there is no sender: set `from` to an e-mail address' };
    if (first === undefined || ![first, ...others].every((one) => address.test(one)))
      return { unusable: 'there is nobody to write to: set `to` to e-mail addresses' };
    const { title, lines, link } = wordAlert(alert);
    const text = [
      plainLine(title, 2000),
      ...lines.map((line) => plainLine(line, 2000)),
      ...(link === undefined ? [] : [link]),
    ].join('\n\n');
    const subject = `[promptgate] ${plainLine(title, 180)}`;
    return [{ kind: 'mail', server: read.server, from, to: [first, ...others], subject, text: `${text}\n` }];
  },
};

const url =
  /^(smtps?):\/\/(?:([^:@/?#\s]*)(?::([^@/?#\s]*))?@)?(\[[0-9a-f:.]+\]|[A-Za-z0-9.-]+)(?::(\d{1,5}))?\/?(?:\?([^#\s]*))?$/u;

type Read = { readonly server: MailServer; readonly query: ReadonlyMap<string, string> };

function serverOf(value: string): Read | undefined {
  const [matched, scheme, writtenUser = '', writtenPassword = '', host = '', port, query = ''] = url.exec(value) ?? [];
  const [user, password] = [decode(writtenUser), decode(writtenPassword)];
  const pairs = query.split('&').map((pair) => pair.split('=').map(decode));
  if (matched === undefined || user === undefined || password === undefined) return undefined;
  const secure = scheme === 'smtps';
  const bare = host.replaceAll(/^\[|\]$/gu, '');
  const server = {
    host: bare,
    port: port === undefined ? (secure ? 465 : 587) : Number(port),
    secure,
    isLocal: bare === 'localhost' || bare === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(bare),
    ...(user === '' ? {} : { user, password }),
  };
  return { server, query: new Map(pairs.map(([name = '', written = '']) => [name, written])) };
}

function decode(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}
