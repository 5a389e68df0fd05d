import type { PageIndex } from '../reporters/html/page-data.ts';
import { type Outcome, outcomes, wordOutcome } from '../reporters/wording/outcome.ts';
import type { Selection } from './select-cases.ts';
import type { Look } from './use-view.ts';
import { everything, isFiltered, type Sort, sorts, type View } from './view.ts';

/** Failing checks that are chips of their own; the others are in a list. */
const mostChips = 6;

const sortWords = {
  broke: 'sorted by what broke',
  change: 'sorted by change',
  id: 'sorted by name',
  cost: 'sorted by cost',
  latency: 'sorted by latency',
} as const satisfies Record<Sort, string>;

type Given = {
  readonly index: PageIndex;
  readonly view: View;
  readonly look: Look;
  readonly selection: Selection;
  /** Share of the replies that the search has read. */
  readonly read: number;
  readonly onSearch: () => void;
};

/** What narrows the cases down: words, outcomes, failing checks, prompt, model, segment, tag; and their order. */
export function FilterBar({ index, view, look, selection, read, onSearch }: Given) {
  const shown = selection.cases.length;
  const searching = view.q !== '' && read < 1 ? ` · searching names and questions (${Math.floor(read * 100)}%)` : '';
  return (
    <search class="filters">
      <input
        id="search"
        type="search"
        aria-label="Search names, questions, replies and reasons"
        aria-keyshortcuts="/"
        placeholder="Search cases, questions, replies"
        value={view.q}
        onFocus={onSearch}
        onInput={({ currentTarget }) => look({ q: currentTarget.value })}
      />
      <fieldset class="chips" aria-label="What became of cases">
        {outcomes.map((outcome) => (
          <OutcomeChip
            key={outcome}
            outcome={outcome}
            alone={index.alone}
            view={view}
            look={look}
            selection={selection}
          />
        ))}
      </fieldset>
      <Failures index={index} view={view} look={look} selection={selection} />
      <Choice
        name="prompt"
        all={index.prompts.length > 1 ? index.prompts.map(({ path }) => path) : []}
        value={view.of}
        set={(of) => look({ of })}
      />
      <Choice
        name="model"
        all={index.models.length > 1 ? index.models : []}
        value={view.on}
        set={(on) => look({ on })}
      />
      <Choice name="segment" all={index.segments} value={view.segment} set={(segment) => look({ segment })} />
      <Choice name="tag" all={index.tags} value={view.tag} set={(tag) => look({ tag })} />
      <span class="found">
        <span role="status">
          {shown} of {index.cases.length}
          {searching}
        </span>
        {isFiltered(view) && (
          <button type="button" class="link" onClick={() => look({ ...cleared, state: [], q: '' })}>
            Show all
          </button>
        )}
        <select
          aria-label="Order"
          value={view.sort}
          onChange={({ currentTarget }) => look({ sort: sortOf(currentTarget.value) })}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {sortWords[sort]}
            </option>
          ))}
        </select>
      </span>
    </search>
  );
}

const cleared = { on: undefined, check: undefined, of: undefined, segment: undefined, tag: undefined };

function sortOf(value: string): Sort {
  return sorts.find((sort) => sort === value) ?? everything.sort;
}

type ChipGiven = {
  readonly outcome: Outcome;
  readonly alone: boolean;
  readonly view: View;
  readonly look: Look;
  readonly selection: Selection;
};

function OutcomeChip({ outcome, alone, view, look, selection }: ChipGiven) {
  const count = selection.outcomes.get(outcome) ?? 0;
  const pressed = view.state.includes(outcome);
  if (count === 0 && !pressed) return null;
  const state = pressed ? view.state.filter((one) => one !== outcome) : [...view.state, outcome];
  return (
    <button type="button" class={`chip ${outcome}`} aria-pressed={pressed} onClick={() => look({ state })}>
      {wordOutcome(outcome, alone)} {count}
    </button>
  );
}

function Failures({ index, view, look, selection }: Omit<Given, 'read' | 'onSearch'>) {
  const counted = index.failures
    .map((name, at) => ({ name, count: selection.failures.get(at) ?? 0 }))
    .filter(({ name, count }) => count > 0 || name === view.check)
    .toSorted((one, other) => other.count - one.count);
  if (counted.length === 0) return null;
  const chips = counted.slice(0, mostChips);
  return (
    <>
      <fieldset class="chips" aria-label="What they fail">
        {chips.map(({ name, count }) => (
          <button
            key={name}
            type="button"
            class="chip check"
            aria-pressed={name === view.check}
            onClick={() => look({ check: name === view.check ? undefined : name })}
          >
            ✗ <bdi>{name}</bdi> {count}
          </button>
        ))}
      </fieldset>
      {counted.length > mostChips && (
        <Choice
          name="check"
          all={counted.map(({ name }) => name)}
          value={view.check}
          set={(check) => look({ check })}
        />
      )}
    </>
  );
}

type ChoiceGiven = {
  readonly name: string;
  readonly all: readonly string[];
  readonly value: string | undefined;
  readonly set: (value: string | undefined) => void;
};

/** A list of one kind of thing to choose from, or any. */
function Choice({ name, all, value, set }: ChoiceGiven) {
  if (all.length === 0) return null;
  return (
    <select
      aria-label={`Only this ${name}`}
      class={value === undefined ? '' : 'set'}
      value={value ?? ''}
      onChange={({ currentTarget }) => set(currentTarget.value === '' ? undefined : currentTarget.value)}
    >
      <option value="">any {name}</option>
      {all.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  );
}
