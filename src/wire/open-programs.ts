import { randomUUID } from 'node:crypto';
import type { Seat } from '../app/ask/lanes.ts';
import type { Ask } from '../app/review/answer-asking.ts';
import { ProviderError } from '../core/ports.ts';
import type { ApplicationSettings, Settings } from '../core/settings/settings.ts';
import type { OpenScorers } from '../hosts/scorer/open-scorers.ts';
import type { AskingPlace } from './open-asking.ts';
import type { ProgramPlace } from './program-place.ts';

/** The programs and services of the team's own: scorers that grade, applications that answer. */
export type TeamPrograms = {
  /** Applications as providers, by name. */
  readonly seats: ReadonlyMap<string, Seat>;
  readonly runScorer: Ask['runScorer'];
  /** What a reader should know of how they ran. */
  readonly notes: () => readonly string[];
  /** Ends the programs that stay. */
  readonly close: () => void;
};

/** Most replies of a command that are under way at once, where the config does not say. */
const mostPrograms = 4;
/** Most bytes of a reply, its trace included. */
const mostBytes = 4 * 2 ** 20;
/** By how much an application's own limit of time comes before that of the call. */
const GRACE_MS = 10_000;

/** Whether a command of the team's may be run: no key of this process must be in its reach then. */
export function runsCommands({ scorers, applications }: Settings): boolean {
  return [...scorers.values(), ...applications.values()].some(({ kind }) => kind === 'command');
}

/** Nothing is laid out or started before the first of them is asked. */
export async function openPrograms(settings: Settings, place: AskingPlace): Promise<TeamPrograms> {
  const { surroundings, workspace } = place;
  let placed: Promise<ProgramPlace> | undefined;
  let at: ProgramPlace | undefined;
  const findPlace = async (): Promise<ProgramPlace> => {
    placed ??= place.programs(settings);
    at = await placed;
    return at;
  };
  const closing: (() => void)[] = [];
  let scorers: Promise<OpenScorers> | undefined;
  const openTheirs = async (cwd: string): Promise<OpenScorers> => {
    const { openScorers } = await import('../hosts/scorer/open-scorers.ts');
    const runs = { scorers: settings.scorers, cwd, environment: surroundings.env };
    const opened = openScorers(cwd === workspace ? runs : { ...runs, checkout: workspace });
    closing.push(opened.close);
    return opened;
  };
  const applications = [...settings.applications];
  const seats = await Promise.all(
    applications.map(async ([name, application]) => {
      const opened = await openSeat(name, application, { settings, place, findPlace });
      closing.push(opened.close);
      return [name, opened.seat] as const;
    }),
  );
  return {
    seats: new Map(seats),
    runScorer: async (name, input) => {
      const found = await findPlace();
      if (found.kind === 'refused') return { kind: 'failed', why: found.why };
      scorers ??= openTheirs(found.cwd);
      return (await scorers).run(name, input, surroundings.signal);
    },
    notes: () => (at?.kind === 'at' ? at.notes : []),
    close: () => {
      for (const close of closing) close();
      if (at?.kind === 'at') at.leave();
    },
  };
}

type Around = {
  readonly settings: Settings;
  readonly place: AskingPlace;
  readonly findPlace: () => Promise<ProgramPlace>;
};

async function openSeat(
  name: string,
  application: ApplicationSettings,
  { settings, place, findPlace }: Around,
): Promise<{ readonly seat: Seat; readonly close: () => void }> {
  const { clock, surroundings } = place;
  const [{ createApplicationProvider }, { quoteService }] = await Promise.all([
    import('../providers/application/create-application-provider.ts'),
    import('../providers/quote-service.ts'),
  ]);
  const named = application.kind === 'command' ? application.env : [application.key ?? []].flat();
  const secrets = named.flatMap((variable) => surroundings.env[variable]?.trim() || []);
  for (const secret of secrets) place.hide(secret);
  const quote = (text: string): string => quoteService(text, ...secrets);
  const { timeoutMs, concurrency } = application;
  const common = { name, timeoutMs, quote, clock };
  const usual = application.kind === 'command' ? mostPrograms : settings.concurrency;
  const atOnce = Math.min(settings.concurrency, concurrency ?? usual);
  const seatOf = (provider: Seat['provider'], endpoint: string): Seat => {
    return { provider, endpoint, concurrency: atOnce, attemptMs: timeoutMs + GRACE_MS };
  };
  // A fork's prompt reaches nothing of the team's own, be it a program or an address.
  const found = await findPlace();
  if (found.kind === 'refused') {
    const refused = { reason: 'refused-request', stopsProvider: true } as const;
    const ask = () =>
      Promise.reject(new ProviderError(`The application \`${name}\` is not asked: ${found.why}.`, refused));
    return { seat: seatOf({ ask }, name), close: () => undefined };
  }
  // Nobody can tell here whether what answers at an address is what answered an hour ago.
  const version = (application.kind === 'command' && found.version(application.command)) || randomUUID();
  const endpoint = `${application.kind === 'command' ? application.command.join(' ') : application.url} (${version})`;
  if (application.kind === 'url') {
    const { postToApplication } = await import('../providers/application/post-to-application.ts');
    const run = postToApplication({ ...common, url: application.url, key: secrets[0] });
    return {
      seat: seatOf(createApplicationProvider({ ...common, endpoint, run, lines: false }), endpoint),
      close: () => undefined,
    };
  }
  const { openApplication } = await import('../hosts/scorer/open-application.ts');
  const opened = openApplication({
    command: application.command,
    serve: application.serve === true,
    concurrency: atOnce,
    cwd: found.cwd,
    ...(found.cwd === place.workspace ? {} : { checkout: place.workspace }),
    environment: surroundings.env,
    named: application.env,
    answerBytes: mostBytes,
  });
  const lines = application.serve === true;
  return {
    seat: seatOf(createApplicationProvider({ ...common, endpoint, run: opened.run, lines }), endpoint),
    close: opened.close,
  };
}
