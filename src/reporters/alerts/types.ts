import type { GatheredAlert } from '../../core/alerts/alert.ts';
import type { AlertMessage } from '../../core/alerts/alert-message.ts';
import type { AlertTargetName } from '../../core/settings/alert-schema.ts';

/** What a target is reached with: values of the environment variables that the config names, and what else it says. */
export type TargetAccess = {
  /** Address, key or token. */
  readonly value: string;
  /** What a webhook is signed with. */
  readonly secret?: string;
  /** Where the service is, if not where its vendor has it. */
  readonly endpoint?: string;
  readonly from?: string;
  readonly to?: readonly string[];
};

/** Somewhere that alerts are told. A file each; `index.ts` names them. */
export type AlertTarget = {
  readonly name: AlertTargetName;
  /** As people know it. */
  readonly title: string;
  /** Many alerts may stand in one message; not where each has an incident, an issue or an id of its own that its end must find. */
  readonly gathers: boolean;
  /**
   * The messages that tell an alert, in the order they are to be sent. All text in it is from outside, and is made harmless here as the
   * target takes it. A test leaves nothing behind that somebody must close.
   * @returns a clause that says what of `access` cannot be used, without repeating it
   */
  readonly write: (
    alert: GatheredAlert,
    access: TargetAccess,
  ) => readonly AlertMessage[] | { readonly unusable: string };
};
