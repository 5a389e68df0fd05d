import type { Provider } from '../../core/ports.ts';
import { Lane, type LaneSettings } from './lane.ts';

/** A provider as it takes part in asking. */
export type Seat = {
  readonly provider: Provider;
  /** Base URL, and the API where that is not chat completions: kept answers of another one are not used. */
  readonly endpoint: string;
  /** Name of the provider that takes over when this one is down or its quota is used up. */
  readonly fallback?: string;
  /** Most calls under way at once; absent: as many as the run's settings say. */
  readonly concurrency?: number;
  /** Longest one attempt may take, milliseconds; absent: what is usual for a service. */
  readonly attemptMs?: number;
};

/** Where a call goes: the provider's name and seat, and the lane to it. */
export type Route = { readonly name: string; readonly seat: Seat; readonly lane: Lane };

/** A provider that was given up, why, and the fallback that answers in its place, if one does. */
export type Stopped = { readonly provider: string; readonly message: string; readonly takenOverBy?: string };

/** The lanes of all providers, each on its own: trouble with one never slows another. */
export class Lanes {
  readonly #routes: ReadonlyMap<string, Route>;

  constructor(seats: ReadonlyMap<string, Seat>, settings: Omit<LaneSettings, 'handsOver'>) {
    const handsOver = (seat: Seat): boolean => seat.fallback !== undefined && seats.has(seat.fallback);
    this.#routes = new Map(
      [...seats].map(([name, seat]) => {
        const { limits } = settings;
        const concurrency = Math.min(limits.concurrency, seat.concurrency ?? limits.concurrency);
        const lane = new Lane({ ...settings, limits: { ...limits, concurrency }, handsOver: handsOver(seat) });
        return [name, { name, seat, lane }];
      }),
    );
  }

  /** The provider that serves calls to `name` now: itself, or the first fallback that is up; else the last one that is not. */
  routeOf(name: string): Route | undefined {
    const chain = this.chainOf(name);
    for (const route of chain) {
      const { problem } = route.lane;
      // A wrong key is for its owner to mend: handing over would hide it.
      if (problem === undefined || problem.reason === 'key') return route;
    }
    return chain.at(-1);
  }

  /** A provider and its fallbacks, in order. */
  chainOf(name: string): readonly Route[] {
    const chain: Route[] = [];
    for (let route = this.#routes.get(name); route !== undefined && !chain.includes(route); ) {
      chain.push(route);
      route = route.seat.fallback === undefined ? undefined : this.#routes.get(route.seat.fallback);
    }
    return chain;
  }

  end(why: 'deadline' | 'cancelled'): void {
    for (const { lane } of this.#routes.values()) lane.end(why);
  }

  stopped(): readonly Stopped[] {
    return [...this.#routes.values()].flatMap(({ name, lane }): readonly Stopped[] => {
      if (lane.problem === undefined) return [];
      const serving = this.routeOf(name);
      if (serving !== undefined && serving.lane.problem === undefined)
        return [{ provider: name, message: lane.problem.message, takenOverBy: serving.name }];
      return [{ provider: name, message: lane.problem.withFix }];
    });
  }
}
