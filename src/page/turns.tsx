import type { PageCheck, PageTurn as Turn } from '../reporters/html/page-data.ts';
import { markEvidence } from './mark-reply.ts';
import { Said, Trace } from './said.tsx';

type Given = {
  /** Undefined where there is no other side. */
  readonly old: readonly Turn[] | undefined;
  readonly now: readonly Turn[];
  /** What the new reply was judged by. */
  readonly checks: readonly PageCheck[];
};

/** Two conversations turn by turn at the same height; what both began with alike is folded, and the turn it breaks at is marked. */
export function Turns({ old, now, checks }: Given) {
  const count = Math.max(old?.length ?? 0, now.length);
  const turns = Array.from({ length: count }, (_, at) => ({ at, old: old?.[at], now: now[at] }));
  const failed = checks.filter(({ mark }) => mark === 'fail' || mark === 'graded');
  const decisive = turns.find(
    ({ now: turn }) => turn?.role === 'assistant' && markEvidence(turn.content, failed).length > 1,
  );
  const parted = old === undefined ? undefined : turns.find((turn) => turn.old?.content !== turn.now?.content);
  const turning = decisive ?? parted;
  const alike = old === undefined ? 0 : (parted?.at ?? 0);
  return (
    <div class={`turns${old === undefined ? ' single' : ''}`}>
      {alike > 1 && (
        <details>
          <summary>{alike} turns alike</summary>
          {turns.slice(0, alike).map(({ at, now: turn }) => (
            <One key={at} turn={turn} checks={failed} />
          ))}
        </details>
      )}
      {turns.slice(alike > 1 ? alike : 0).map(({ at, old: before, now: after }) => (
        <div key={at} class={`turn${at === turning?.at ? ' turning' : ''}`}>
          {at === turning?.at && (
            <p class="label no">{decisive === undefined ? 'They part here' : 'It is decided here'}</p>
          )}
          {old !== undefined && <One turn={before} checks={[]} />}
          <One turn={after} checks={failed} />
        </div>
      ))}
    </div>
  );
}

function One({ turn, checks }: { readonly turn: Turn | undefined; readonly checks: readonly PageCheck[] }) {
  if (turn === undefined) return <div class="said none">–</div>;
  return (
    <div class={`said ${turn.role}`}>
      <p class="label">{turn.who}</p>
      <Said text={turn.content} spans={turn.role === 'assistant' ? markEvidence(turn.content, checks) : undefined} />
      <Trace steps={turn.trace} />
    </div>
  );
}
