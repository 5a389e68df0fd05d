import MimeNode from 'nodemailer/lib/mime-node';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { AlertAttempt, MailMessage } from '../../core/alerts/alert-message.ts';

const longestMs = 15_000;

/**
 * Sends an e-mail once. The server's certificate is checked, and without TLS no other machine is spoken to: the password and the mail
 * would be read by whoever is between.
 */
export async function sendMail(mail: MailMessage, signal: AbortSignal): Promise<AlertAttempt> {
  signal.throwIfAborted();
  const { host, port, secure, isLocal, user, password } = mail.server;
  const message = await buildMail(mail);
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    requireTLS: !secure && !isLocal,
    connectionTimeout: longestMs,
    greetingTimeout: longestMs,
    socketTimeout: longestMs,
    logger: false,
  });
  const cancel = (): void => connection.close();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const said = await new Promise<string>((sent, failed) => {
      connection.once('error', failed);
      connection.once('end', () => failed(new Error('the connection ended')));
      const send = (): void => {
        connection.send({ from: mail.from, to: [...mail.to] }, message, (fault, info) => {
          if (fault !== null && fault !== undefined) return failed(fault);
          const rejected = info?.rejected ?? [];
          if (rejected.length > 0) return failed(new Error(`it does not take mail for ${rejected.join(', ')}`));
          sent(info?.response ?? '');
        });
      };
      connection.connect((fault) => {
        if (fault !== undefined && fault !== null) return failed(fault);
        if (user === undefined) return send();
        connection.login({ user, pass: password ?? '' }, (refused) => (refused === null ? send() : failed(refused)));
      });
    });
    connection.quit();
    return { kind: 'sent', said };
  } catch (fault) {
    connection.close();
    signal.throwIfAborted();
    return { kind: 'failed', why: `${host} refused it (${wordFault(fault)})`, retryable: isTemporary(fault) };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** Headers are encoded by the library; a line end in one is none of ours, and would begin another. */
async function buildMail({ from, to, subject, text }: MailMessage): Promise<Buffer> {
  const node = new MimeNode('text/plain; charset=utf-8');
  node.setHeader({
    From: from,
    To: [...to],
    Subject: subject.replaceAll(/[\r\n]+/gu, ' '),
    'Auto-Submitted': 'auto-generated',
  });
  node.setContent(text);
  return node.build();
}

/** A server says by 4yz that it may take it later (RFC 5321 §4.2.1); where none answered, nothing is known. */
function isTemporary(fault: unknown): boolean {
  const code = fault instanceof Error && 'responseCode' in fault ? fault.responseCode : undefined;
  if (typeof code === 'number') return code >= 400 && code < 500;
  const kind = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return kind !== 'EAUTH' && kind !== 'EENVELOPE' && kind !== 'ETLS' && kind !== 'EMESSAGE';
}

function wordFault(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
