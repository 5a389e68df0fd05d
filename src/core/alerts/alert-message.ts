/** A message to somebody, ready to be sent. */
export type AlertMessage = PostedMessage | MailMessage | IssueMessage;

export type PostedMessage = {
  readonly kind: 'post';
  /** Secret as a whole: who knows it can write there. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** `id` tells the message from all others. The secret is text, or `whsec_` and base64. */
  readonly signing?: { readonly id: string; readonly secret: string };
  /** Why an answer of status 2xx is a refusal all the same, as a clause. */
  readonly refusal?: (body: string) => string | undefined;
};

export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else by STARTTLS, without which only this machine is spoken to. */
  readonly secure: boolean;
  readonly isLocal: boolean;
  readonly user?: string;
  readonly password?: string;
};

export type MailMessage = {
  readonly kind: 'mail';
  readonly server: MailServer;
  readonly from: string;
  readonly to: readonly [string, ...string[]];
  /** One line. */
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
};

/** An issue of the repository: begun or brought up to date, or closed. */
export type IssueMessage = {
  readonly kind: 'issue';
  readonly key: string;
  /** Uses in one repository have issues of their own. */
  readonly name?: string;
  readonly title: string;
  readonly render: (marker: string) => string;
  readonly closes: boolean;
};

/** What became of one attempt. Texts are clauses for people, without a secret. */
export type AlertAttempt =
  | { readonly kind: 'sent'; readonly said: string }
  | {
      readonly kind: 'failed';
      readonly why: string;
      /** It is this message that is refused: others may be taken. */
      readonly ofMessage?: boolean;
      /** Worth another attempt. */
      readonly retryable: boolean;
      /** How long the service asks to wait, milliseconds. */
      readonly retryAfterMs?: number;
    };

/** Sends a message once. Never throws but where `signal` is aborted. */
export type SendAlert = (message: AlertMessage, signal: AbortSignal) => Promise<AlertAttempt>;
