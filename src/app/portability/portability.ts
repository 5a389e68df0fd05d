import { showModel } from '../../core/design/rows-of.ts';
import type { Retires } from '../../core/portability/assemble-matrix.ts';
import type { PortabilityReport } from '../../core/portability/portability-report.ts';
import type { PullRequest } from '../../core/pull-request.ts';
import { findEndings } from '../../core/retirement/find-endings.ts';
import {
  isListMissing,
  type RetirementFacts,
  retirementDay,
  type SaidRetirements,
} from '../../core/retirement/retirement-day.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import { settingsFor } from '../../core/settings/override-settings.ts';
import { modelNamed, namesOf, type Settings } from '../../core/settings/settings.ts';
import type { NamedPrompts } from '../check/pick-checked.ts';
import { defaultSettings, readSettings } from '../review/read-settings.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import { withheldFromFork } from '../review/withheld-from-fork.ts';
import { askCandidates } from './ask-candidates.ts';
import { askSuccessors } from './ask-successors.ts';
import { designCandidates, type PortedQuestion } from './design-candidates.ts';
import { type Portable, readPortable } from './read-portable.ts';
import { joined, reportOf, type ToldRetiring, withRetiring } from './report-portability.ts';

export type PortabilityRequest = {
  readonly inputs: Inputs;
  /** Prompts, case files, folders or globs that it is narrowed down to; none: every guarded prompt. */
  readonly named: NamedPrompts;
  /** The event runs with the base repository's secrets whoever opened the pull request. */
  readonly privileged?: boolean;
};

export type PortabilityPorts = ReviewPorts & {
  /** The days that services say themselves. */
  readonly loadRetirements: (settings: Settings) => Promise<SaidRetirements>;
  /** Models to try in the place of one, by the price table. */
  readonly suggestSuccessors: (model: string) => Promise<readonly string[]>;
};

export type PortabilityResult = {
  readonly report: PortabilityReport;
  readonly settings: Settings;
  readonly pull?: PullRequest;
  /** Models in use of which nothing is told, since the list of their service is not to be had: they may end within the time. */
  readonly untold?: readonly string[];
};

/** On which models is an unchanged prompt safe? @throws ProblemError where config or files cannot be read, or a name names nothing */
export async function portability(request: PortabilityRequest, ports: PortabilityPorts): Promise<PortabilityResult> {
  const startedAt = new Date(ports.clock.now()).toISOString();
  const pull = await ports.host.pullRequest();
  if ('nothing' in pull) {
    const settings = defaultSettings(request.inputs);
    return { settings, report: { ...reportOf(settings, ports, startedAt), verdict: 'skipped', notes: [pull.nothing] } };
  }
  const read = await readSettings(ports.host, pull, request.inputs);
  const settings = portableSettings(read.settings);
  ports.begin();
  const portable = await readPortable(pull, settings, request.named, ports);
  const reference = referenceNamed(request.inputs, settings);
  const base = {
    ...reportOf(settings, ports, startedAt),
    reference: reference === undefined ? null : showModel(reference),
  };
  const all = portable.changes.map((change): PortedQuestion => {
    return { change, models: settingsFor(change, settings).models, ...(reference === undefined ? {} : { reference }) };
  });
  const design = designCandidates(all, settings, ports.sandbox);
  const fork = withheldFromFork(design, { request, ports, pull, settings });
  if (fork !== undefined || (pull.fork && request.inputs.retiring !== undefined)) {
    const withheld = (fork ?? []).map(({ path, detail }) => ({ path, why: detail ?? 'it is of a fork' }));
    return { settings, pull, report: { ...base, verdict: 'unreviewed', unreviewed: withheld, notes: read.notes } };
  }
  const said = await ports.loadRetirements(settings);
  const facts: RetirementFacts = { own: settings.retirements, said };
  const retires: Retires = (model) => retirementDay(model, facts);
  const within = request.inputs.retiring;
  const retiring =
    within === undefined ? undefined : await findRetiring(portable, { settings, facts, within, startedAt }, ports);
  const questions = retiring?.questions ?? all;
  const asked = portable.problems.length > 0 ? undefined : await askCandidates(questions, settings, retires, ports);
  const report = joined(base, { ...portable, notes: [...read.notes, ...portable.notes] }, asked);
  if (retiring === undefined) return { settings, pull, report };
  return { settings, pull, report: withRetiring(report, retiring), untold: retiring.untold };
}

const dayMs = 86_400_000;

async function findRetiring(
  { users, changes }: Portable,
  given: {
    readonly settings: Settings;
    readonly facts: RetirementFacts;
    readonly within: number;
    readonly startedAt: string;
  },
  { suggestSuccessors }: PortabilityPorts,
): Promise<ToldRetiring> {
  const { settings, facts, within, startedAt } = given;
  const find = (retires: Retires, days: number) => findEndings(users, settings, retires, { days, today: startedAt });
  const endings = find((model) => retirementDay(model, facts), within / dayMs);
  // As if each that nobody could tell of ended today.
  const missing = find((model) => (isListMissing(model, facts) ? startedAt : undefined), 0);
  const ending = new Set(endings.map(({ name }) => name));
  const { questions, told } = await askSuccessors(endings, settings, suggestSuccessors);
  // Of a prompt without golden cases nothing can be asked; that it is to be moved is told all the same.
  const guarded = new Set(changes.map(({ path }) => path));
  const untold = missing.map(({ name }) => name).filter((name) => !ending.has(name));
  return { told, untold, questions: questions.filter(({ change }) => guarded.has(change.path)) };
}

/**
 * The settings of this question. It is always asked until it is proven either way: a model is not safe because nothing was seen.
 * What a reply may cost and how long it may take is shown, and decides nothing.
 */
function portableSettings(settings: Settings): Settings {
  const gate = withoutLimits(settings.gate);
  const overrides = settings.overrides.map((one) => ({ ...one, gate: withoutLimits(one.gate) }));
  return { ...settings, mode: 'portability', sampling: 'confirm', diagnose: 0, gate, overrides };
}

type Limits = Pick<Settings['gate'], 'costLimit' | 'costCap' | 'outputCap' | 'latencyLimit' | 'latencyOf'>;

function withoutLimits<Gate extends Limits>(limited: Gate): Omit<Gate, keyof Limits> {
  const { costLimit: _, costCap: __, outputCap: ___, latencyLimit: ____, latencyOf: _____, ...gate } = limited;
  return gate;
}

function referenceNamed({ reference }: Inputs, settings: Settings): PortedQuestion['reference'] {
  if (reference === undefined) return undefined;
  const named = modelNamed(reference, namesOf(settings));
  return (
    settings.models.find((one) => one.provider === named.provider && one.model === named.model) ?? {
      ...named,
      params: {},
    }
  );
}
