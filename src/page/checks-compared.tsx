import type { PageAsked, PageCheck } from '../reporters/html/page-data.ts';
import { showScore } from '../reporters/show-quantity.ts';

/** What each check made of a trial's replies: what changed first, what is alike folded. */
export function ChecksCompared({
  asked,
  trial,
  all,
}: {
  readonly asked: PageAsked;
  readonly trial: number;
  readonly all: boolean;
}) {
  const { changed, alike } = comparedChecks(asked, trial);
  if (changed.length + alike.length === 0) return null;
  return (
    <div class="judged">
      <ul class="checks">
        {changed.map(({ old, now }) => (
          <Line key={now.name} old={old} now={now} />
        ))}
      </ul>
      {alike.length > 0 && (
        <details open={all || changed.length === 0}>
          <summary>
            {alike.length} {alike.length === 1 ? 'check' : 'checks'} {asked.old.length === 0 ? 'passed' : 'alike'}
          </summary>
          <ul class="checks">
            {alike.map(({ now }) => (
              <Line key={now.name} old={undefined} now={now} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Line({ old, now }: { readonly old: PageCheck | undefined; readonly now: PageCheck }) {
  return (
    <li>
      {old !== undefined && (
        <>
          <Mark check={old} /> →{' '}
        </>
      )}
      <Mark check={now} /> <b dir="auto">{now.name}</b>
      {now.required === true && <span class="soft"> required</span>}{' '}
      <span class="soft" dir="auto">
        {now.reason}
      </span>
      {(now.parts ?? []).length > 0 && (
        <ul class="parts">
          {(now.parts ?? []).map(({ supported, text, reason }, at) => (
            <li key={at}>
              {supported !== undefined && (
                <>
                  <span class={supported ? 'yes' : 'no'}>{supported ? '✓' : '✗'}</span>{' '}
                </>
              )}
              <span dir="auto">{text}</span> <span class="soft">{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Mark({ check: { mark, value } }: { readonly check: PageCheck }) {
  if (mark === 'pass') return <span class="yes">✓</span>;
  if (mark === 'fail') return <span class="no">✗</span>;
  return <span class="soft">{mark === 'graded' && value !== undefined ? showScore(value) : '?'}</span>;
}

type ComparedCheck = { readonly old: PageCheck | undefined; readonly now: PageCheck };

/** The checks of a trial's replies: those that came out otherwise than before, or fail; and those that pass as they did. */
export function comparedChecks(
  asked: PageAsked,
  trial: number,
): { readonly changed: readonly ComparedCheck[]; readonly alike: readonly ComparedCheck[] } {
  const before = asked.old[trial] ?? asked.old.at(-1);
  const now = asked.new[trial] ?? asked.new.at(-1);
  const old = new Map((before?.checks ?? []).map((check) => [check.name, check]));
  const all = (now?.checks ?? before?.checks ?? []).map((check) => ({ old: old.get(check.name), now: check }));
  return { changed: all.filter((one) => isTold(one)), alike: all.filter((one) => !isTold(one)) };
}

function isTold({ old, now }: ComparedCheck): boolean {
  if (now.mark !== 'pass') return true;
  return old !== undefined && (old.mark !== now.mark || old.value !== now.value);
}
