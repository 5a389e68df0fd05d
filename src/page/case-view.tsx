import { useEffect, useMemo, useState } from 'preact/hooks';
import { fileAddress } from '../reporters/html/links-of.ts';
import type { PageAsked, PageCase, PageCell, PageEntry, PageIndex } from '../reporters/html/page-data.ts';
import { wordOutcome } from '../reporters/wording/outcome.ts';
import { CaseActions } from './case-actions.tsx';
import { ChecksCompared } from './checks-compared.tsx';
import { tellingTrial } from './matrix-items.ts';
import type { Opened, PageStore } from './open-data.ts';
import { RepliesCompared } from './replies-compared.tsx';
import { Said } from './said.tsx';
import type { Look } from './use-view.ts';
import type { View } from './view.ts';

type Given = {
  readonly store: PageStore;
  readonly at: number;
  readonly view: View;
  readonly look: Look;
  /** All checks are unfolded. */
  readonly all: boolean;
  readonly back: (() => void) | undefined;
};

/** A case: what was asked, what was said before and now on a model, by what it was judged. */
export function CaseView({ store, at, view, look, all, back }: Given) {
  const [unpacked, setUnpacked] = useState<{ readonly at: number; readonly one: Opened }>();
  const found = useMemo(() => store.open(at), [store, at]);
  useEffect(() => {
    let wanted = true;
    if (found instanceof Promise) void found.then((one) => wanted && setUnpacked({ at, one }));
    return () => {
      wanted = false;
    };
  }, [found, at]);
  const { index } = store;
  const entry = index.cases[at];
  if (entry === undefined) return null;
  const isOpen = !(found instanceof Promise) || unpacked?.at === at;
  const one = found instanceof Promise ? (isOpen ? unpacked?.one : undefined) : found;
  return (
    <article class="case" aria-label={`Case ${entry.id}`} id="case">
      {back !== undefined && (
        <button type="button" class="link back" id="back" onClick={back}>
          ‹ All cases
        </button>
      )}
      <h2 dir="auto">{entry.id}</h2>
      <About index={index} entry={entry} one={one} />
      {one === undefined ? (
        <p class="soft">{isOpen ? 'This page holds no replies of this case; promptgate.json has them.' : '…'}</p>
      ) : (
        <Shown key={at} index={index} entry={entry} one={one} view={view} look={look} all={all} />
      )}
    </article>
  );
}

function About({
  index,
  entry,
  one,
}: {
  readonly index: PageIndex;
  readonly entry: PageEntry;
  readonly one: PageCase | undefined;
}) {
  const told = [
    ...(index.prompts.length > 1 ? [index.prompts[entry.prompt]?.path ?? ''] : []),
    ...(entry.segment === undefined ? [] : [index.segments[entry.segment] ?? '']),
    ...(entry.tags ?? []).map((tag) => `#${index.tags[tag]}`),
    ...(one?.weight === undefined ? [] : [`weight ${one.weight}`]),
    ...(one?.added === true ? ['new in this pull request'] : []),
  ];
  const file = one?.at;
  return (
    <p class="about">
      {told.map((text) => (
        <bdi key={text}>{text}</bdi>
      ))}
      {file !== undefined &&
        (index.files === undefined ? (
          <bdi>{file}</bdi>
        ) : (
          <a href={fileAddress(index.files, file)} rel="noreferrer">
            <bdi>{file}</bdi>
          </a>
        ))}
    </p>
  );
}

type ShownGiven = {
  readonly index: PageIndex;
  readonly entry: PageEntry;
  readonly one: PageCase;
  readonly view: View;
  readonly look: Look;
  readonly all: boolean;
};

function Shown({ index, entry, one, view, look, all }: ShownGiven) {
  const model = modelOf(index, entry, view);
  const asked = one.on[model];
  const trial = view.trial === undefined ? tellingTrial(asked) : view.trial - 1;
  return (
    <>
      <Asked vars={one.vars} reference={one.reference} pictures={index.pictures ?? {}} />
      {(one.notRun ?? []).length > 0 && <p class="soft">Not run here: {(one.notRun ?? []).join('; ')}</p>}
      {index.models.length > 1 && (
        <fieldset class="chips models" aria-label="Model">
          {index.models.map((name, at) => {
            const cell = index.cells[entry.on[at] ?? -1];
            return cell === undefined ? null : (
              <button
                key={at}
                type="button"
                class={`chip ${cell.outcome}`}
                aria-pressed={at === model}
                onClick={() => look({ model: name, trial: undefined })}
              >
                {name} {wordCell(cell, index.alone)}
              </button>
            );
          })}
        </fieldset>
      )}
      {asked === null || asked === undefined ? (
        <p class="soft">Not asked on this model.</p>
      ) : (
        <>
          {(asked.falls ?? []).map((fall) => (
            <p key={fall} class="no">
              {fall}
            </p>
          ))}
          <RepliesCompared
            asked={asked}
            cell={index.cells[entry.on[model] ?? -1]}
            trial={trial}
            view={view}
            look={look}
          />
          <ChecksCompared asked={asked} trial={trial} all={all} />
          <Preferred asked={asked} />
          <CaseActions index={index} entry={entry} one={one} asked={asked} model={model} trial={trial} view={view} />
        </>
      )}
    </>
  );
}

/** The model that is looked at; else the first on which it came out worst. */
export function modelOf(index: PageIndex, entry: PageEntry, view: View): number {
  const named = index.models.indexOf(view.model ?? view.on ?? '');
  if (named !== -1 && entry.on[named] !== -1) return named;
  const order = ['broke', 'worse', 'fell', 'unscored', 'fails', 'flaky', 'rose', 'better', 'holds'];
  const rank = (at: number) => order.indexOf(index.cells[entry.on[at] ?? -1]?.outcome ?? '');
  const models = entry.on.map((_, at) => at).filter((at) => entry.on[at] !== -1);
  return models.toSorted((one, other) => rank(one) - rank(other))[0] ?? 0;
}

function wordCell({ outcome, old, now }: PageCell, alone: boolean): string {
  const told = old === '' || old === now ? now : `${old} → ${now}`;
  return outcome === 'holds' ? `✓ ${told}` : `${wordOutcome(outcome, alone)} ${told}`;
}

type AskedGiven = {
  readonly vars: PageCase['vars'];
  readonly reference: string | undefined;
  readonly pictures: NonNullable<PageIndex['pictures']>;
};

function Asked({ vars, reference, pictures }: AskedGiven) {
  const [first, ...others] = vars;
  if (first === undefined) return null;
  return (
    <div class="asked">
      {others.length > 0 && <p class="label">{first.name}</p>}
      <Said text={first.text} />
      {vars.map(({ name, picture = '' }) => {
        const source = pictures[picture];
        return source === undefined ? null : <img key={name} height={120} src={source} alt={name} title={name} />;
      })}
      {(others.length > 0 || reference !== undefined) && (
        <details>
          <summary>
            {[...others.map(({ name }) => name), ...(reference === undefined ? [] : ['reference'])].join(', ')}
          </summary>
          {others.map(({ name, text }) => (
            <div key={name}>
              <p class="label">{name}</p>
              <Said text={text} />
            </div>
          ))}
          {reference !== undefined && (
            <div>
              <p class="label">reference</p>
              <Said text={reference} />
            </div>
          )}
        </details>
      )}
    </div>
  );
}

/** What the judge said of the pairs of replies, side by side. */
function Preferred({ asked: { prefer = [] } }: { readonly asked: PageAsked }) {
  if (prefer.length === 0) return null;
  return (
    <details>
      <summary>Side by side: {prefer.length}</summary>
      <ul class="checks">
        {prefer.map(({ trial, check, said, reason }) => (
          <li key={`${trial} ${check}`}>
            {trial + 1}: {said} <b>{check}</b> <span class="soft">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
