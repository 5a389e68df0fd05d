import { describe, expect, it } from 'vitest';
import { type Admission, Ledger } from '../../../src/app/ask/ledger.ts';
import { WaitingLine } from '../../../src/app/ask/waiting-line.ts';

/** Asks for leave and keeps what came of it, as far as it did. */
function asked(ledger: Ledger, usd: number, urgent = false): { answer: Admission | undefined } {
  const held: { answer: Admission | undefined } = { answer: undefined };
  void ledger
    .admit(() => usd, urgent)
    .then((answer) => {
      held.answer = answer;
    });
  return held;
}
async function admitted(ledger: Ledger, usd: number) {
  const admission = await ledger.admit(() => usd, false);
  if (admission.kind === 'refused') throw new Error(`refused: ${admission.limit}`);
  return admission.reservation;
}
const told = async (held: { answer: Admission | undefined }): Promise<string> => {
  await Promise.resolve();
  return held.answer === undefined ? 'waits' : held.answer.kind === 'admitted' ? 'admitted' : held.answer.limit;
};

describe('the ledger', () => {
  it('tells what is left: neither spent, nor lost, nor reserved', async () => {
    const ledger = new Ledger({ maxCalls: 10, maxCostUsd: 8 });
    expect(ledger.left()).toEqual({ calls: 10, usd: 8 });
    const [one, other, third] = [await admitted(ledger, 1), await admitted(ledger, 2), await admitted(ledger, 0.5)];
    expect(ledger.left()).toEqual({ calls: 7, usd: 4.5 });
    ledger.settle(one, 'answered', 0.25);
    expect(ledger.left()).toEqual({ calls: 7, usd: 5.25 });
    ledger.settle(other, 'lost');
    expect(ledger.left()).toEqual({ calls: 7, usd: 5.25 });
    ledger.settle(third, 'nothing');
    expect(ledger.left()).toEqual({ calls: 8, usd: 5.75 });
    expect([ledger.calls, ledger.usd, ledger.broken]).toEqual([2, 0.25, undefined]);
  });

  it('admits what fits to the last cent and call, and refuses what does not', async () => {
    const ledger = new Ledger({ maxCalls: 2, maxCostUsd: 1 });
    ledger.settle(await admitted(ledger, 1), 'answered', 0.5);
    expect(await told(asked(ledger, 0.500001))).toBe('usd');
    expect(ledger.broken).toBe('usd');
    ledger.settle(await admitted(ledger, 0.5), 'answered', 0.5);
    expect(await told(asked(ledger, 0))).toBe('calls');
    expect(ledger.broken).toBe('usd');
  });

  it('lets a call wait where its fate depends on those under way, and refuses it once it cannot fit', async () => {
    const ledger = new Ledger({ maxCalls: 10, maxCostUsd: 1 });
    const first = await admitted(ledger, 0.8);
    const [fits, not] = [asked(ledger, 0.5), asked(ledger, 0.9)];
    expect([await told(fits), await told(not)]).toEqual(['waits', 'waits']);
    expect(ledger.broken).toBeUndefined();
    ledger.settle(first, 'answered', 0.4);
    expect([await told(fits), await told(not)]).toEqual(['admitted', 'waits']);
    if (fits.answer?.kind !== 'admitted') throw new Error('waits');
    ledger.settle(fits.answer.reservation, 'nothing');
    expect([await told(not), ledger.broken]).toEqual(['usd', 'usd']);
  });

  it('lets the urgent go first', async () => {
    const ledger = new Ledger({ maxCalls: 2, maxCostUsd: 1 });
    const [one] = [await admitted(ledger, 0), await admitted(ledger, 0)];
    const [usual, urgent] = [asked(ledger, 0), asked(ledger, 0, true)];
    if (one === undefined) throw new Error('none');
    ledger.settle(one, 'nothing');
    expect([await told(usual), await told(urgent)]).toEqual(['waits', 'admitted']);
  });

  it('raises what is reserved where a reply has shown that others may cost more, and never lowers it', async () => {
    const ledger = new Ledger({ maxCalls: 10, maxCostUsd: 10 });
    let most = 1;
    const admission = await ledger.admit(() => most, false);
    if (admission.kind === 'refused') throw new Error('refused');
    most = 3;
    ledger.revalue();
    expect(ledger.left().usd).toBe(7);
    most = 2;
    ledger.revalue();
    expect(ledger.left().usd).toBe(7);
    ledger.settle(admission.reservation, 'lost');
    expect(ledger.left().usd).toBe(7);
  });

  it('asks anew what a waiting call may cost', async () => {
    const ledger = new Ledger({ maxCalls: 10, maxCostUsd: 1 });
    const first = await admitted(ledger, 0.2);
    let most = 0.9;
    const held: { answer: Admission | undefined } = { answer: undefined };
    void ledger
      .admit(() => most, false)
      .then((answer) => {
        held.answer = answer;
      });
    expect(await told(held)).toBe('waits');
    most = 0.1;
    ledger.settle(first, 'answered', 0.2);
    expect(await told(held)).toBe('admitted');
  });

  it('leaves nothing reserved behind, whatever fractions were added up', async () => {
    const ledger = new Ledger({ maxCalls: 10, maxCostUsd: 1 });
    const held = [await admitted(ledger, 0.1), await admitted(ledger, 0.2), await admitted(ledger, 0.3)];
    for (const one of held) ledger.settle(one, 'nothing');
    expect(ledger.left()).toEqual({ calls: 10, usd: 1 });
  });

  it('admits all who wait once it is stopped, and whoever comes then', async () => {
    const ledger = new Ledger({ maxCalls: 1, maxCostUsd: 1 });
    await admitted(ledger, 0);
    const waiting = [asked(ledger, 0), asked(ledger, 5)];
    ledger.stop();
    expect([await told(waiting[0] ?? asked(ledger, 0)), await told(waiting[1] ?? asked(ledger, 0))]).toEqual([
      'admitted',
      'admitted',
    ]);
    expect(await told(asked(ledger, 5))).toBe('admitted');
    expect(ledger.broken).toBeUndefined();
  });
});

describe('a waiting line', () => {
  it('gives the urgent first, each kind in order of arrival, and nothing from an empty one', () => {
    const line = new WaitingLine<number>();
    expect([line.length, line.first(), line.take()]).toEqual([0, undefined, undefined]);
    for (const [waiter, urgent] of [
      [1, false],
      [2, true],
      [3, false],
      [4, true],
    ] as const)
      line.add(waiter, urgent);
    expect([line.length, line.first()]).toEqual([4, 2]);
    expect([line.take(), line.take(), line.first(), line.take(), line.length, line.take()]).toEqual([2, 4, 1, 1, 1, 3]);
    expect([line.length, line.take()]).toEqual([0, undefined]);
    line.add(5, false);
    expect([line.first(), line.length]).toEqual([5, 1]);
  });

  it('keeps its order over thousands', () => {
    const line = new WaitingLine<number>();
    for (let waiter = 0; waiter < 2_500; waiter += 1) line.add(waiter, false);
    const taken = Array.from({ length: 1_700 }, () => line.take());
    for (let waiter = 2_500; waiter < 3_000; waiter += 1) line.add(waiter, false);
    expect(line.length).toBe(1_300);
    taken.push(...Array.from({ length: 1_300 }, () => line.take()));
    expect(taken).toEqual(Array.from({ length: 3_000 }, (_, waiter) => waiter));
  });
});
