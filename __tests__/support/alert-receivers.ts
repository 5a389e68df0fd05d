import { createServer, type IncomingHttpHeaders } from 'node:http';
import { createServer as createSocket, type Socket } from 'node:net';

export type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };
export type HttpAnswer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };

/** A service on loopback that alerts are posted to. `answer` says what the request of a number (from 0) is answered. */
export async function startReceiver(answer: (at: number, received: Received) => HttpAnswer): Promise<{
  readonly url: string;
  readonly received: readonly Received[];
  readonly close: () => void;
}> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(Buffer.from(piece));
    const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces).toString('utf8') };
    received.push(one);
    const { status, headers = {}, body = '' } = answer(received.length - 1, one);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    received,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type ReceivedMail = { readonly from: string; readonly to: readonly string[]; readonly raw: string };

/**
 * An SMTP server on loopback (RFC 5321, AUTH PLAIN of RFC 4954).
 * @param refusals how the recipient of a mail of a number (from 0) is answered instead
 */
export async function startMailServer(
  account: { readonly user: string; readonly password: string },
  refusals: readonly (string | undefined)[] = [],
): Promise<{ readonly port: number; readonly mails: readonly ReceivedMail[]; readonly close: () => void }> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let asked = 0;
  const server = createSocket((socket) => {
    sockets.add(socket);
    let [waiting, from, isData, isIn] = ['', '', false, false];
    let to: string[] = [];
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    const obey = (line: string): void => {
      const [verb = '', rest = ''] = [line.slice(0, 4).toUpperCase(), line.slice(5)];
      if (verb === 'EHLO') {
        say('250-mail.example');
        say('250 AUTH PLAIN');
      } else if (verb === 'AUTH') {
        const given = Buffer.from(rest.split(' ')[1] ?? '', 'base64').toString('utf8');
        isIn = given === `\u0000${account.user}\u0000${account.password}`;
        say(isIn ? '235 welcome' : '535 5.7.8 bad credentials');
      } else if (verb === 'MAIL') {
        from = /<(.*)>/u.exec(rest)?.[1] ?? '';
        say(isIn ? '250 ok' : '530 5.7.0 sign in first');
      } else if (verb === 'RCPT') {
        const refusal = refusals[asked++];
        if (refusal === undefined) to = [...to, /<(.*)>/u.exec(rest)?.[1] ?? ''];
        say(refusal ?? '250 ok');
      } else if (verb === 'DATA') {
        isData = true;
        say('354 go on');
      } else if (verb === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    };
    socket.setEncoding('utf8').on('data', (text) => {
      waiting += String(text);
      for (;;) {
        const end = waiting.indexOf(isData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const piece = waiting.slice(0, end);
        waiting = waiting.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          mails.push({ from, to, raw: piece });
          to = [];
          say('250 2.0.0 queued as 1');
        } else obey(piece);
      }
    });
    socket.on('error', () => undefined);
    say('220 mail.example ESMTP');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: portOf(server.address()),
    mails,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
