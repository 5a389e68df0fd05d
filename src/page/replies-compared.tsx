import {
  type PageAsked,
  type PageCell,
  type PageReply,
  type SquareKind,
  squareSigns,
} from '../reporters/html/page-data.ts';
import { showScore } from '../reporters/show-quantity.ts';
import { type Marked, markEvidence, markingWords, markWords, whole } from './mark-reply.ts';
import { Said, Trace } from './said.tsx';
import { Turns } from './turns.tsx';
import type { Look } from './use-view.ts';
import { nextMarking, type View } from './view.ts';

type Given = {
  readonly asked: PageAsked;
  readonly cell: PageCell | undefined;
  readonly trial: number;
  readonly view: View;
  readonly look: Look;
};

/** A trial's replies, before and now side by side. */
export function RepliesCompared({ asked, cell, trial, view, look }: Given) {
  const old = at(asked.old, trial);
  const now = at(asked.new, trial);
  const texts = markedTexts(old, now, view);
  const single = asked.old.length === 0 && (asked.identical === true || (cell?.old ?? '') === '');
  const trials = Math.max(asked.old.length, asked.new.length);
  const shown = Math.min(trial, Math.max(0, trials - 1));
  const pick = (to: number) => look({ trial: to + 1 });
  return (
    <>
      <div class={`pair ${cell?.outcome ?? ''}${single ? ' single' : ''}`}>
        {!single && (
          <Side
            label="Before"
            tally={cell?.old ?? ''}
            all={asked.old}
            missing={asked.missing.old}
            reply={old}
            marked={texts.old}
            pick={pick}
            tone="old"
          />
        )}
        <Side
          label={asked.identical === true ? 'Before and now' : single ? 'Reply' : 'Now'}
          tally={cell?.now ?? ''}
          all={asked.new}
          missing={asked.missing.new}
          reply={now}
          marked={texts.new}
          pick={pick}
          tone="new"
        />
      </div>
      {(old?.turns ?? now?.turns) !== undefined && (
        <Turns old={single ? undefined : (old?.turns ?? [])} now={now?.turns ?? []} checks={now?.checks ?? []} />
      )}
      <p class="about keys">
        <span>
          <button
            type="button"
            class="step"
            aria-label="Reply before"
            disabled={shown === 0}
            onClick={() => pick(shown - 1)}
          >
            ‹
          </button>{' '}
          Reply {shown + 1} of {Math.max(1, trials)}{' '}
          <button
            type="button"
            class="step"
            aria-label="Next reply"
            disabled={shown >= trials - 1}
            onClick={() => pick(shown + 1)}
          >
            ›
          </button>
        </span>
        <button type="button" class="link" onClick={() => look({ marks: nextMarking(view.marks) })}>
          {texts.apart === true ? 'too different to mark words' : markingWords[view.marks]}
        </button>
        <span class="hint">
          <kbd>←</kbd> <kbd>→</kbd> replies, <kbd>↑</kbd> <kbd>↓</kbd> cases, <kbd>?</kbd> all keys
        </span>
      </p>
    </>
  );
}

/** The reply of this trial; where a side has fewer, its last. */
function at(replies: readonly PageReply[], trial: number): PageReply | undefined {
  return replies[trial] ?? replies.at(-1);
}

type Texts = { readonly old: Marked; readonly new: Marked; readonly apart?: boolean };

function markedTexts(old: PageReply | undefined, now: PageReply | undefined, { marks }: View): Texts {
  const [before, after] = [old?.text ?? '', now?.text ?? ''];
  if (marks === 'words' && old?.text !== undefined && now?.text !== undefined) return markWords(before, after);
  if (marks === 'plain' || marks === 'words') return { old: whole(before), new: whole(after) };
  return { old: markEvidence(before, old?.checks ?? []), new: markEvidence(after, now?.checks ?? []) };
}

type SideGiven = {
  readonly label: string;
  readonly tally: string;
  readonly all: readonly PageReply[];
  readonly missing: number;
  readonly reply: PageReply | undefined;
  readonly marked: Marked;
  readonly pick: (trial: number) => void;
  readonly tone: 'old' | 'new';
};

function Side({ label, tally, all, missing, reply, marked, pick, tone }: SideGiven) {
  const alike = all.filter(({ text }) => text !== undefined && text === reply?.text).length;
  return (
    <section class={`side ${tone}`} aria-label={label}>
      <p class="label">
        {label}{' '}
        <span class="squares" aria-hidden="true">
          {all.slice(0, 48).map((one, index) => (
            <i key={index} class={`${markOf(one)}${one === reply ? ' chosen' : ''}`} onClick={() => pick(index)}>
              {squareSigns[markOf(one)]}
            </i>
          ))}
        </span>{' '}
        <b>{tally}</b>
        {missing > 0 && <span class="no"> {missing} missing</span>}
        {alike > 1 && <span class="soft"> × {alike} alike</span>}
      </p>
      {reply === undefined ? (
        <p class="soft">No reply.</p>
      ) : (
        <>
          {reply.turns === undefined && reply.text !== undefined && <Said text={reply.text} spans={marked} />}
          {(reply.calls ?? []).map((call, index) => (
            <div key={index} class="call">
              <b>{call.name}</b>
              <Said text={call.arguments} />
            </div>
          ))}
          <Trace steps={reply.trace} />
          {reply.error !== undefined && <p class="no">{reply.error}</p>}
          <p class="facts">
            {[...(reply.score === undefined ? [] : [`score ${showScore(reply.score)}`]), ...reply.facts].join(' · ')}
          </p>
        </>
      )}
    </section>
  );
}

function markOf({ passes, score }: PageReply): SquareKind {
  if (passes !== undefined) return passes ? '' : 'f';
  if (score === undefined) return 'u';
  return score >= 1 ? '' : score <= 0 ? 'f' : 'g';
}
