import "./rolldown-runtime.js";
import { n as costOfAnswer } from "./prices.js";
import { u as couldBeRead } from "./scorers.js";
import { r as sizeOfRequest } from "./size-of-request.js";
import { t as ProviderError } from "./ports.js";
import { t as estimateTokenCount } from "./dist.js";
import { a as overdue, i as overBudget, n as cancelled, r as noProvider, t as Refusals } from "./not-asked.js";

// src/app/ask/ceilings.ts
const ENOUGH = 20;
const SHORTEST_GUESS = 1e3;
const nothing = {
	longest: 0,
	dearestUsd: 0,
	replies: 0
};
var Ceilings = class {
	#costOf;
	#seen = /* @__PURE__ */ new Map();
	constructor(costOf) {
		this.#costOf = costOf;
	}
	saw(model, { usage, billedUsd = 0 }) {
		const { longest, dearestUsd, replies } = this.#seen.get(model) ?? nothing;
		this.#seen.set(model, {
			longest: Math.max(longest, usage.outputTokens ?? 0),
			dearestUsd: Math.max(dearestUsd, billedUsd),
			replies: replies + 1
		});
		return (usage.outputTokens ?? 0) > longest || billedUsd > dearestUsd;
	}
	of(request) {
		const { provider, model } = request;
		const billed = () => this.#seen.get(model)?.dearestUsd ?? 0;
		if (this.#costOf(provider, model, {
			inputTokens: 1,
			outputTokens: 1
		}) === void 0) return billed;
		const { input, mostOutput, limited } = sizeOfRequest(request);
		return () => {
			const { longest, replies } = this.#seen.get(model) ?? nothing;
			const output = limited ? Math.max(mostOutput, longest) : Math.max(replies < ENOUGH ? mostOutput : SHORTEST_GUESS, 2 * longest);
			return Math.max(billed(), this.#costOf(provider, model, {
				inputTokens: input,
				outputTokens: output
			}) ?? 0);
		};
	}
};

// src/app/ask/allowance-left.ts
const LONGEST_RESET_MS = 12e4;
var AllowanceLeft = class {
	#left = Number.POSITIVE_INFINITY;
	#until = Number.NEGATIVE_INFINITY;
	#tokensPerCall;
	sawTokens(tokens) {
		this.#tokensPerCall = this.#tokensPerCall === void 0 ? tokens : .9 * this.#tokensPerCall + .1 * tokens;
	}
	heed({ requests, tokens }, others, now) {
		const perCall = this.#tokensPerCall;
		const tightest = [requests, tokens === void 0 || perCall === void 0 || perCall <= 0 ? void 0 : {
			remaining: Math.floor(tokens.remaining / perCall),
			resetMs: tokens.resetMs
		}].filter((window) => window !== void 0).filter(({ resetMs }) => resetMs <= LONGEST_RESET_MS).toSorted((a, b) => a.remaining - b.remaining)[0];
		this.#left = tightest === void 0 ? Number.POSITIVE_INFINITY : Math.max(0, tightest.remaining - others);
		this.#until = now + (tightest?.resetMs ?? 0);
	}
	waitMs(now) {
		return this.#left >= 1 || now >= this.#until ? 0 : this.#until - now;
	}
	sent() {
		this.#left -= 1;
	}
};

// src/app/ask/circuit.ts
const FAULTS_IN_A_ROW = 8;
const TRIES = 4;
const FIRST_REST_MS = 1e3;
var Circuit = class {
	#faults = 0;
	#trips = 0;
	#trippedAt = Number.NEGATIVE_INFINITY;
	get trying() {
		return this.#trips > 0;
	}
	answered() {
		this.#faults = 0;
		this.#trips = 0;
	}
	fault(sentAt, now) {
		if (sentAt < this.#trippedAt) return { kind: "no" };
		this.#faults += 1;
		if (this.#faults < FAULTS_IN_A_ROW && !this.trying) return { kind: "no" };
		this.#trippedAt = now;
		this.#trips += 1;
		return this.#trips > TRIES ? { kind: "down" } : {
			kind: "rest",
			ms: FIRST_REST_MS * 2 ** (this.#trips - 1)
		};
	}
};

// src/app/ask/attempt-call.ts
async function attemptCall(request, settings) {
	const { provider, name, clock, timeoutMs, cancel, heed, side } = settings;
	if (cancel.aborted) return { kind: "cancelled" };
	const attempt = new AbortController();
	const timer = new AbortController();
	let late = false;
	const stop = () => attempt.abort();
	cancel.addEventListener("abort", stop, { once: true });
	clock.sleep(timeoutMs, timer.signal).then(() => {
		late = true;
		attempt.abort();
	}, () => {});
	try {
		const asked = provider.ask(request, attempt.signal, heed, side);
		return {
			kind: "answered",
			answer: await Promise.race([asked, aborted(attempt.signal)])
		};
	} catch (error) {
		if (late) return {
			kind: "failed",
			error: tooLate(name, timeoutMs)
		};
		if (cancel.aborted) return { kind: "cancelled" };
		if (error instanceof ProviderError) return {
			kind: "failed",
			error
		};
		throw error;
	} finally {
		timer.abort(over);
		cancel.removeEventListener("abort", stop);
	}
}
function aborted(signal) {
	return new Promise((_, reject) => {
		signal.addEventListener("abort", () => setTimeout(() => reject(/* @__PURE__ */ new Error("aborted")), 100), { once: true });
	});
}
const over = "over";
function tooLate(name, timeoutMs) {
	return new ProviderError(`${name} did not answer within ${Math.round(timeoutMs / 1e3)} s.`, {
		reason: "timeout",
		retryable: true,
		fix: "Run the review again later: what was answered is kept."
	});
}

// src/app/ask/count-missing-usage.ts
function countMissingUsage(request, answer) {
	const { usage, text, toolCalls } = answer;
	if (request.kind === "chat" && request.subject !== void 0) return answer;
	const knowsOutput = usage.outputTokens !== void 0 || request.kind === "embedding";
	if (usage.inputTokens !== void 0 && knowsOutput) return answer;
	const said = `${text}${toolCalls.map((call) => call.name + call.arguments).join("")}`;
	return {
		...answer,
		usage: {
			...usage,
			inputTokens: usage.inputTokens ?? sizeOfRequest(request).input,
			outputTokens: usage.outputTokens ?? (request.kind === "embedding" ? 0 : estimateTokenCount(said)),
			estimated: true
		}
	};
}

// src/app/ask/sender.ts
var Sender = class {
	#deps;
	constructor(deps) {
		this.#deps = deps;
	}
	async send(call) {
		const { lanes, refusals, limits, ceilings, onRetry } = this.#deps;
		const { request } = call;
		const mostUsd = ceilings.of(request);
		let faults = 0;
		let limited = 0;
		for (;;) {
			const route = lanes.routeOf(request.provider);
			if (route === void 0) return noProvider(request.provider);
			if (route.lane.problem !== void 0) return route.lane.problem;
			const entry = await route.lane.enter(faults + limited > 0 || isUrgent(call));
			if (entry.kind === "closed") continue;
			if (entry.kind !== "go") return entry.kind === "deadline" ? overdue(limits) : cancelled;
			const refused = refusals.why(route.name, request);
			if (refused !== void 0) {
				route.lane.leave();
				return refused;
			}
			const result = await this.#attemptWithin(call, route, mostUsd);
			if (!(result instanceof Error)) return result;
			if (!(result.retryable || result.stopsProvider && lanes.routeOf(request.provider) !== route)) return result;
			if (result.reason === "rate-limit") limited += 1;
			else faults += 1;
			if (limited >= limits.limitedAttempts) route.lane.giveUp(result, limited);
			if (faults >= limits.attempts || limited >= limits.limitedAttempts) return {
				reason: result.reason,
				message: `${result.message} It was tried ${faults + limited} times.`
			};
			const ended = await this.#backOff(result, result.reason === "rate-limit" ? limited : faults);
			if (ended !== void 0) return ended;
			onRetry();
		}
	}
	async #attemptWithin(call, route, mostUsd) {
		const { ledgers, limits, stop, cancel } = this.#deps;
		const leave = await ledgers.admit(call.budget, mostUsd, isUrgent(call));
		if (leave.kind === "refused") {
			route.lane.leave();
			return overBudget(leave);
		}
		const { settle } = leave;
		if (!stop.aborted) return this.#attempt(call, route, settle);
		route.lane.leave();
		settle("nothing");
		return cancel.aborted ? cancelled : overdue(limits);
	}
	async #attempt(call, { name, seat, lane }, settle) {
		const { clock, store, ledgers, limits, refusals, ceilings, costOf, hardStop } = this.#deps;
		const { request } = call;
		const sentAt = clock.monotonic();
		let attempted;
		try {
			attempted = await attemptCall(request, {
				provider: seat.provider,
				name,
				clock,
				timeoutMs: seat.attemptMs ?? limits.attemptTimeoutMs,
				cancel: hardStop,
				heed: (allowance) => lane.heed(allowance),
				side: call.side
			});
		} catch (error) {
			lane.leave();
			settle("nothing");
			throw error;
		}
		if (attempted.kind === "answered") {
			const answer = countMissingUsage(request, attempted.answer);
			if (ceilings.saw(request.model, answer)) ledgers.revalue();
			settle("answered", costOfAnswer(request, answer, costOf));
			refusals.answered(name, request);
			lane.answered(answer);
			await store.keep(call, answer).finally(() => lane.saved());
			return answer;
		}
		if (attempted.kind === "cancelled") {
			lane.leave();
			settle("nothing");
			return cancelled;
		}
		if (attempted.error.reason === "refused-request") refusals.refused(name, request, attempted.error);
		settle(mayHaveBeenCharged(attempted.error) ? "lost" : "nothing");
		lane.failed(attempted.error, sentAt);
		return attempted.error;
	}
	async #backOff(error, attempt) {
		const { clock, random, limits, deadline, stop, cancel } = this.#deps;
		const { backoffMs, longestBackoffMs } = limits;
		const ms = (error.retryAfterMs ?? 0) >= backoffMs ? 0 : drawBackoff(attempt, backoffMs, longestBackoffMs, random);
		if (clock.monotonic() + ms >= deadline) return overdue(limits);
		try {
			await clock.sleep(ms, stop);
		} catch {
			return cancel.aborted ? cancelled : overdue(limits);
		}
	}
};
function isUrgent({ purpose }) {
	return purpose !== "reply";
}
function mayHaveBeenCharged({ reason }) {
	return reason === "timeout" || reason === "malformed";
}
function drawBackoff(attempt, firstMs, longestMs, random) {
	return random() * Math.min(longestMs, firstMs * 2 ** (attempt - 1));
}

// src/app/ask/waiting-line.ts
var WaitingLine = class {
	#urgent = new Fifo();
	#usual = new Fifo();
	get length() {
		return this.#urgent.length + this.#usual.length;
	}
	add(waiter, urgent) {
		(urgent ? this.#urgent : this.#usual).add(waiter);
	}
	first() {
		return this.#urgent.first() ?? this.#usual.first();
	}
	take() {
		return this.#urgent.take() ?? this.#usual.take();
	}
};
var Fifo = class {
	#held = [];
	#taken = 0;
	get length() {
		return this.#held.length - this.#taken;
	}
	add(waiter) {
		this.#held.push(waiter);
	}
	first() {
		return this.#held[this.#taken];
	}
	take() {
		const waiter = this.#held[this.#taken];
		if (waiter === void 0) return void 0;
		this.#taken += 1;
		if (this.#taken >= 1e3 || this.#taken === this.#held.length) {
			this.#held = this.#held.slice(this.#taken);
			this.#taken = 0;
		}
		return waiter;
	}
};

// src/app/ask/width.ts
var Width = class {
	#ceiling;
	#width;
	#answers = 0;
	#cutAt = Number.NEGATIVE_INFINITY;
	constructor(ceiling) {
		this.#ceiling = Math.max(1, ceiling);
		this.#width = this.#ceiling;
	}
	get now() {
		return this.#width;
	}
	answered() {
		this.#answers += 1;
		if (this.#answers < this.#width) return;
		this.#answers = 0;
		this.#width = Math.min(this.#ceiling, this.#width + 1);
	}
	limited(sentAt, now) {
		if (sentAt < this.#cutAt) return;
		this.#cutAt = now;
		this.#answers = 0;
		this.#width = Math.max(1, Math.floor(this.#width / 2));
	}
};

// src/app/ask/lane.ts
const leastRefusals = 5;
function mostAtRisk(width) {
	return width + Math.ceil(width / 4);
}
var Lane = class {
	#settings;
	#width;
	#allowance = new AllowanceLeft();
	#circuit = new Circuit();
	#line = new WaitingLine();
	#underWay = 0;
	#unsaved = 0;
	#pausedUntil = Number.NEGATIVE_INFINITY;
	#limitedInARow = 0;
	#unanswered = 0;
	#silentSince = 0;
	#wake;
	#problem;
	#ended;
	constructor(settings) {
		this.#settings = settings;
		this.#width = new Width(settings.limits.concurrency);
	}
	get problem() {
		return this.#problem;
	}
	enter(urgent) {
		return new Promise((resolve) => {
			this.#line.add(resolve, urgent);
			if (this.#line.length === 1) this.#pump();
		});
	}
	heed(allowance) {
		this.#allowance.heed(allowance, Math.max(0, this.#underWay - 1), this.#settings.clock.monotonic());
	}
	answered({ usage }) {
		this.#width.answered();
		this.#circuit.answered();
		this.#limitedInARow = 0;
		this.#unanswered = 0;
		this.#allowance.sawTokens((usage.inputTokens ?? 0) + (usage.outputTokens ?? 0));
		this.#unsaved += 1;
		this.#leave();
	}
	saved() {
		this.#unsaved -= 1;
		this.#pump();
	}
	failed(error, sentAt) {
		const now = this.#settings.clock.monotonic();
		if (error.stopsProvider) this.#close(error);
		else if (error.reason === "rate-limit") this.#limited(error, sentAt, now);
		else if (error.retryable) this.#fault(error, sentAt, now);
		this.#leave();
	}
	giveUp(error, times) {
		if (this.#unanswered < times) return;
		this.#closeSilent(error);
		this.#pump();
	}
	leave() {
		this.#leave();
	}
	end(why) {
		this.#ended ??= why;
		this.#pump();
	}
	#closeSilent({ message, reason, fix }) {
		const told = `${message} It answered none of ${this.#unanswered} attempts.`;
		this.#close(new ProviderError(told, {
			reason,
			fix
		}));
	}
	#limited(error, sentAt, now) {
		const { retryAfterMs: hintMs } = error;
		if (this.#unanswered === 0) this.#silentSince = now;
		this.#unanswered += 1;
		if (this.#unanswered >= leastRefusals && now - this.#silentSince >= this.#settings.limits.silentMs) this.#closeSilent(error);
		const narrowest = this.#width.now === 1;
		this.#width.limited(sentAt, now);
		const { backoffMs, longestBackoffMs } = this.#settings.limits;
		if (hintMs !== void 0) this.#pause(now + hintMs);
		if (narrowest && (hintMs ?? 0) < backoffMs) {
			this.#limitedInARow += 1;
			this.#pause(now + drawBackoff(this.#limitedInARow, backoffMs, longestBackoffMs, this.#settings.random));
		}
	}
	#fault(error, sentAt, now) {
		if (error.retryAfterMs !== void 0) this.#pause(now + error.retryAfterMs);
		const tripped = this.#circuit.fault(sentAt, now);
		if (tripped.kind === "no") return;
		if (tripped.kind === "down" || this.#settings.handsOver) this.#close(error);
		else this.#pause(now + tripped.ms);
	}
	#pause(until) {
		this.#pausedUntil = Math.max(this.#pausedUntil, until);
	}
	#close(problem) {
		this.#problem ??= problem;
	}
	#leave() {
		this.#underWay -= 1;
		this.#pump();
	}
	#pump() {
		this.#wake?.abort();
		this.#wake = void 0;
		for (let waiter = this.#line.first(); waiter !== void 0; waiter = this.#line.first()) {
			const entry = this.#decide();
			if (typeof entry === "number") {
				if (Number.isFinite(entry)) this.#wakeAfter(entry);
				return;
			}
			this.#line.take();
			if (entry.kind === "go") {
				this.#underWay += 1;
				this.#allowance.sent();
			}
			waiter(entry);
		}
	}
	#decide() {
		const { clock, deadline } = this.#settings;
		const now = clock.monotonic();
		if (this.#ended !== void 0) return { kind: this.#ended };
		if (this.#problem !== void 0) return { kind: "closed" };
		if (now >= deadline || this.#pausedUntil >= deadline) return { kind: "deadline" };
		if (this.#pausedUntil > now) return this.#pausedUntil - now;
		const width = this.#circuit.trying ? 1 : this.#width.now;
		if (this.#underWay >= width || this.#underWay + this.#unsaved >= mostAtRisk(width)) return Number.POSITIVE_INFINITY;
		const waitMs = this.#allowance.waitMs(now);
		return waitMs > 0 ? waitMs : {
			kind: "go",
			sentAt: now
		};
	}
	#wakeAfter(ms) {
		const wake = new AbortController();
		this.#wake = wake;
		this.#settings.clock.sleep(ms, wake.signal).then(() => this.#pump(), () => {});
	}
};

// src/app/ask/lanes.ts
var Lanes = class {
	#routes;
	constructor(seats, settings) {
		const handsOver = (seat) => seat.fallback !== void 0 && seats.has(seat.fallback);
		this.#routes = new Map([...seats].map(([name, seat]) => {
			const { limits } = settings;
			const concurrency = Math.min(limits.concurrency, seat.concurrency ?? limits.concurrency);
			return [name, {
				name,
				seat,
				lane: new Lane({
					...settings,
					limits: {
						...limits,
						concurrency
					},
					handsOver: handsOver(seat)
				})
			}];
		}));
	}
	routeOf(name) {
		const chain = this.chainOf(name);
		for (const route of chain) {
			const { problem } = route.lane;
			if (problem === void 0 || problem.reason === "key") return route;
		}
		return chain.at(-1);
	}
	chainOf(name) {
		const chain = [];
		for (let route = this.#routes.get(name); route !== void 0 && !chain.includes(route);) {
			chain.push(route);
			route = route.seat.fallback === void 0 ? void 0 : this.#routes.get(route.seat.fallback);
		}
		return chain;
	}
	end(why) {
		for (const { lane } of this.#routes.values()) lane.end(why);
	}
	stopped() {
		return [...this.#routes.values()].flatMap(({ name, lane }) => {
			if (lane.problem === void 0) return [];
			const serving = this.routeOf(name);
			if (serving !== void 0 && serving.lane.problem === void 0) return [{
				provider: name,
				message: lane.problem.message,
				takenOverBy: serving.name
			}];
			return [{
				provider: name,
				message: lane.problem.withFix
			}];
		});
	}
};

// src/app/ask/ledger.ts
var Ledger = class {
	#limits;
	#line = new WaitingLine();
	#calls = 0;
	#usd = 0;
	#lostUsd = 0;
	#underWay = /* @__PURE__ */ new Set();
	#reservedUsd = 0;
	#broken;
	#stopped = false;
	constructor(limits) {
		this.#limits = limits;
	}
	get calls() {
		return this.#calls;
	}
	get usd() {
		return this.#usd;
	}
	get broken() {
		return this.#broken;
	}
	left() {
		return {
			calls: this.#limits.maxCalls - this.#calls - this.#underWay.size,
			usd: this.#limits.maxCostUsd - this.#usd - this.#lostUsd - this.#reservedUsd
		};
	}
	admit(most, urgent) {
		return new Promise((resolve) => {
			this.#line.add({
				most,
				admit: resolve
			}, urgent);
			this.#pump();
		});
	}
	settle(reservation, end, usd) {
		this.#underWay.delete(reservation);
		this.#reservedUsd = this.#underWay.size === 0 ? 0 : this.#reservedUsd - reservation.usd;
		if (end !== "nothing") this.#calls += 1;
		if (end === "lost") this.#lostUsd += reservation.usd;
		this.#usd += usd ?? 0;
		this.#pump();
	}
	revalue() {
		for (const reservation of this.#underWay) {
			const usd = Math.max(reservation.usd, reservation.most());
			this.#reservedUsd += usd - reservation.usd;
			reservation.usd = usd;
		}
	}
	stop() {
		this.#stopped = true;
		this.#pump();
	}
	#pump() {
		for (let waiter = this.#line.first(); waiter !== void 0; waiter = this.#line.first()) {
			const left = this.left();
			const usd = waiter.most();
			const broken = left.calls < 1 ? "calls" : left.usd < usd ? "usd" : void 0;
			if (!this.#stopped && broken !== void 0 && this.#underWay.size > 0) return;
			this.#line.take();
			if (!this.#stopped && broken !== void 0) {
				this.#broken ??= broken;
				waiter.admit({
					kind: "refused",
					limit: broken
				});
			} else {
				const reservation = {
					usd,
					most: waiter.most
				};
				this.#underWay.add(reservation);
				this.#reservedUsd += usd;
				waiter.admit({
					kind: "admitted",
					reservation
				});
			}
		}
	}
};

// src/app/ask/ledgers.ts
var Ledgers = class {
	whole;
	#limits;
	#own;
	constructor(limits, own) {
		this.#limits = limits;
		this.whole = new Ledger(limits);
		this.#own = new Map([...own].map(([at, held]) => [at, {
			ledger: new Ledger(held),
			limits: held,
			replies: 0
		}]));
	}
	async admit(budget, most, urgent) {
		const own = budget === void 0 ? void 0 : this.#own.get(budget);
		const first = await own?.ledger.admit(most, urgent);
		if (own !== void 0 && first?.kind === "refused") return {
			kind: "refused",
			limit: first.limit,
			limits: own.limits,
			own: true
		};
		const then = await this.whole.admit(most, urgent);
		const settleOwn = (end, usd) => {
			if (own !== void 0 && first?.kind === "admitted") own.ledger.settle(first.reservation, end, usd);
		};
		if (then.kind === "refused") {
			settleOwn("nothing");
			return {
				kind: "refused",
				limit: then.limit,
				limits: this.#limits,
				own: false
			};
		}
		return {
			kind: "admitted",
			settle: (end, usd) => {
				this.whole.settle(then.reservation, end, usd);
				settleOwn(end, usd);
			}
		};
	}
	countReply(budget) {
		const own = budget === void 0 ? void 0 : this.#own.get(budget);
		if (own !== void 0) own.replies += 1;
	}
	wouldBreak(budget, replies) {
		const own = this.#own.get(budget);
		if (own === void 0) return void 0;
		return own.ledger.broken ?? breaks(own.ledger, own.replies, replies);
	}
	revalue() {
		this.#each((ledger) => ledger.revalue());
	}
	stop() {
		this.#each((ledger) => ledger.stop());
	}
	#each(run) {
		run(this.whole);
		for (const { ledger } of this.#own.values()) run(ledger);
	}
};
function breaks(ledger, made, replies) {
	const each = Math.max(1, made);
	const left = ledger.left();
	if (replies * Math.max(each, ledger.calls) / each > left.calls) return "calls";
	return replies * ledger.usd / each > left.usd ? "usd" : void 0;
}

// src/app/ask/limits.ts
const usualLimits = {
	goneMs: 0,
	attemptTimeoutMs: 18e4,
	attempts: 8,
	limitedAttempts: 20,
	silentMs: 12e4,
	backoffMs: 500,
	longestBackoffMs: 3e4,
	cancelGraceMs: 2e3
};

// src/app/ask/pair-table.ts
const REASKS = 2;
var PairTable = class {
	#pairs = /* @__PURE__ */ new Map();
	async ask(key, call, ask) {
		const pair = this.#pairs.get(key) ?? this.#open(key);
		const member = {
			call,
			reply: void 0
		};
		pair.members.push(member);
		try {
			member.reply = await ask(call, false);
		} catch (error) {
			this.#pairs.delete(key);
			pair.settle();
			throw error;
		}
		if (pair.members.every(({ reply }) => reply !== void 0)) {
			this.#pairs.delete(key);
			try {
				await agree(pair.members, ask);
			} finally {
				pair.settle();
			}
		} else await pair.settled;
		return member.reply;
	}
	#open(key) {
		let settle = () => {};
		const pair = {
			members: [],
			settled: new Promise((resolve) => {
				settle = resolve;
			}),
			settle
		};
		this.#pairs.set(key, pair);
		return pair;
	}
};
async function agree(members, ask) {
	for (let again = 0;; again += 1) {
		const served = servedAlike(members);
		if (served.kind === "alike") return;
		if (again === REASKS) {
			for (const member of members) member.reply = unlike(member.call, served.by);
			return;
		}
		await Promise.all(members.map(async (member) => {
			member.reply = await ask(member.call, true);
		}));
	}
}
function unlike(call, by) {
	return {
		kind: "failed",
		call: call.id,
		reason: "server",
		message: `The two sides were served by different models each time they were asked (${by.join(", ")}): they cannot be compared.`
	};
}
function servedAlike(members) {
	const providers = /* @__PURE__ */ new Set();
	const models = /* @__PURE__ */ new Map();
	for (const { call, reply } of members) {
		if (reply?.kind !== "answered") continue;
		const { servedBy, servedModel, adapted = {} } = reply.answer;
		providers.add(servedBy);
		const asked = call.request.model;
		const api = typeof adapted["api"] === "string" ? ` by the API ${adapted["api"]}` : "";
		models.set(asked, (models.get(asked) ?? /* @__PURE__ */ new Set()).add(`${servedBy}: ${servedModel}${api}`));
	}
	return providers.size > 1 || [...models.values()].some((served) => served.size > 1) ? {
		kind: "unlike",
		by: [...models.values()].flatMap((served) => [...served])
	} : { kind: "alike" };
}

// src/app/ask/tally.ts
var Tally = class {
	#byModel = /* @__PURE__ */ new Map();
	#usdByModel = /* @__PURE__ */ new Map();
	#unpriced = /* @__PURE__ */ new Map();
	#servedBy = /* @__PURE__ */ new Map();
	#answeredBy = /* @__PURE__ */ new Map();
	#adapted = /* @__PURE__ */ new Map();
	#byPurpose = {
		reply: 0,
		judge: 0,
		simulate: 0,
		embedding: 0
	};
	#expected = /* @__PURE__ */ new Map();
	#kept = 0;
	#made = 0;
	#shared = 0;
	#failed = 0;
	#retried = 0;
	#done = 0;
	#planned = 0;
	expect(model, calls) {
		this.#expected.set(model, (this.#expected.get(model) ?? 0) + calls);
		this.#add(model, calls);
	}
	plan({ model }) {
		const expected = this.#expected.get(model) ?? 0;
		if (expected > 0) this.#expected.set(model, expected - 1);
		else this.#add(model, 1);
	}
	#add(model, calls) {
		this.#planned += calls;
		const held = this.#byModel.get(model) ?? {
			done: 0,
			planned: 0
		};
		this.#byModel.set(model, {
			...held,
			planned: held.planned + calls
		});
	}
	share() {
		this.#shared += 1;
	}
	retry() {
		this.#retried += 1;
	}
	end({ model }, reply) {
		this.#done += 1;
		const held = this.#byModel.get(model) ?? {
			done: 0,
			planned: 0
		};
		this.#byModel.set(model, {
			...held,
			done: held.done + 1
		});
		if (reply.kind === "failed") this.#failed += 1;
		else {
			const { answer } = reply;
			count(this.#answeredBy, answer.servedBy);
			count(this.#servedBy, `${answer.servedBy}: ${answer.servedModel}`);
			if (answer.adapted !== void 0) this.#adapted.set(model, {
				...this.#adapted.get(model),
				...answer.adapted
			});
		}
	}
	keep() {
		this.#kept += 1;
	}
	make({ request: { model }, purpose }, costUsd) {
		this.#made += 1;
		this.#byPurpose[purpose] += 1;
		if (costUsd === void 0) count(this.#unpriced, model);
		else this.#usdByModel.set(model, (this.#usdByModel.get(model) ?? 0) + costUsd);
	}
	progress(costUsd) {
		return {
			done: this.#done,
			planned: this.#planned,
			kept: this.#kept,
			retried: this.#retried,
			failed: this.#failed,
			costUsd,
			byModel: this.#byModel
		};
	}
	spent(costUsd, stopped, broken) {
		return {
			made: this.#made,
			kept: this.#kept,
			byPurpose: { ...this.#byPurpose },
			shared: this.#shared,
			failed: this.#failed,
			retried: this.#retried,
			costUsd,
			usdByModel: new Map(this.#usdByModel),
			unpriced: new Map(this.#unpriced),
			stopped,
			servedBy: new Map(this.#servedBy),
			answeredBy: new Map(this.#answeredBy),
			adapted: new Map(this.#adapted),
			broken
		};
	}
};
function count(counts, key) {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

// src/app/ask/create-asking.ts
function createAsking(deps) {
	return new Pool(deps).asking();
}
var Pool = class {
	#deps;
	#limits;
	#lanes;
	#ledgers;
	#ceilings;
	#pairs = new PairTable();
	#refusals = new Refusals();
	#sender;
	#tally = new Tally();
	#underWay = /* @__PURE__ */ new Map();
	#deadline;
	#began;
	#stop = new AbortController();
	#hardStop = new AbortController();
	#idle = new AbortController();
	#replies = 0;
	#refused;
	constructor(deps) {
		this.#deps = deps;
		this.#limits = {
			...usualLimits,
			...deps.limits
		};
		this.#began = deps.clock.now();
		this.#deadline = deps.clock.monotonic() + this.#limits.timeoutMs - this.#limits.goneMs;
		const { clock, random } = deps;
		this.#lanes = new Lanes(deps.providers, {
			clock,
			random,
			limits: this.#limits,
			deadline: this.#deadline
		});
		this.#ledgers = new Ledgers(this.#limits, deps.ownLimits ?? /* @__PURE__ */ new Map());
		this.#ceilings = new Ceilings(deps.costOf);
		this.#sender = new Sender({
			...deps,
			limits: this.#limits,
			lanes: this.#lanes,
			ledgers: this.#ledgers,
			ceilings: this.#ceilings,
			refusals: this.#refusals,
			deadline: this.#deadline,
			stop: this.#stop.signal,
			hardStop: this.#hardStop.signal,
			onRetry: () => this.#tally.retry()
		});
		if (deps.cancel.aborted) this.#cancel();
		else deps.cancel.addEventListener("abort", () => this.#cancel(), { once: true });
	}
	asking() {
		return {
			ask: (call) => this.#ask(call),
			isKept: (call) => this.#keptFor(call) !== void 0,
			expect: (model, calls) => this.#tally.expect(model, calls),
			spent: () => this.#tally.spent(this.#ledgers.whole.usd, this.#stopped(), this.#ledgers.whole.broken),
			mayAsk: (replies) => this.#mayAsk(replies),
			wouldBreak: (budget, replies) => this.#ledgers.wouldBreak(budget, replies),
			stoppedBy: (ended) => this.#stoppedBy(ended)
		};
	}
	#stopped() {
		return [...this.#lanes.stopped(), ...this.#refusals.stopped()];
	}
	async #ask(call) {
		this.#tally.plan(call.request);
		const same = this.#underWay.get(call.id);
		if (same !== void 0) this.#tally.share();
		const reply = await (same ?? this.#begin(call));
		this.#tally.end(call.request, reply);
		this.#deps.progress.update(this.#tally.progress(this.#ledgers.whole.usd));
		return reply;
	}
	#begin(call) {
		if (this.#underWay.size === 0) this.#watchDeadline();
		const ask = (asked, fresh) => this.#obtain(asked, fresh);
		const asked = (call.pair === void 0 ? ask(call, false) : this.#pairs.ask(call.pair, call, ask)).finally(() => {
			this.#underWay.delete(call.id);
			if (this.#underWay.size === 0) this.#idle.abort();
		});
		this.#underWay.set(call.id, asked);
		return asked;
	}
	async #obtain(call, fresh) {
		const kept = fresh ? void 0 : this.#keptFor(call);
		if (kept !== void 0) {
			this.#tally.keep();
			return answered(call, kept, true);
		}
		const { request } = call;
		const reply = await this.#sender.send(call);
		if ("reason" in reply) return failed(call, reply);
		this.#tally.make(call, costOfAnswer(request, reply, this.#deps.costOf));
		if (call.purpose === "reply") {
			this.#replies += 1;
			this.#ledgers.countReply(call.budget);
		}
		return answered(call, reply, false);
	}
	#keptFor({ id, notBefore, request, purpose }) {
		const kept = this.#deps.store.find(id);
		if (kept === void 0 || notBefore !== void 0 && kept.at < notBefore) return void 0;
		if (purpose === "judge" && kept.at < this.#began && !couldBeRead(request, kept.text)) return void 0;
		if (this.#deps.needsFirstToken === true && purpose === "reply" && kept.firstTokenMs === void 0) return void 0;
		const chain = this.#lanes.chainOf(request.provider);
		return kept.endpoint === void 0 || chain.some(({ seat }) => seat.endpoint === kept.endpoint) ? kept : void 0;
	}
	#watchDeadline() {
		this.#idle = new AbortController();
		this.#after(this.#deadline - this.#deps.clock.monotonic(), () => this.#end("deadline"));
	}
	#end(why) {
		this.#lanes.end(why);
		this.#ledgers.stop();
		this.#stop.abort();
	}
	#cancel() {
		this.#end("cancelled");
		if (this.#underWay.size > 0) this.#after(this.#limits.cancelGraceMs, () => this.#hardStop.abort());
	}
	#after(ms, run) {
		this.#deps.clock.sleep(Math.max(0, ms), this.#idle.signal).then(run, () => {});
	}
	#mayAsk(replies) {
		if (this.#deps.cancel.aborted) return "cancelled";
		if (this.#deps.clock.monotonic() >= this.#deadline) return "deadline";
		const broken = breaks(this.#ledgers.whole, this.#replies, replies);
		if (broken === void 0) return "complete";
		this.#refused ??= broken;
		return "budget";
	}
	#stoppedBy(ended) {
		const { maxCalls, maxCostUsd, timeoutMs } = this.#limits;
		if (ended === "deadline") return {
			limit: "timeout",
			value: timeoutMs
		};
		if (ended !== "budget") return void 0;
		return (this.#ledgers.whole.broken ?? this.#refused) === "usd" ? {
			limit: "max-cost",
			value: maxCostUsd
		} : {
			limit: "max-calls",
			value: maxCalls
		};
	}
};
function answered(call, kept, isKept) {
	const { text: _text, vectors: _vectors, trace, ...rest } = kept;
	const answer = trace === void 0 ? rest : {
		...rest,
		trace: []
	};
	return {
		kind: "answered",
		call: call.id,
		answer,
		kept: isKept
	};
}
function failed(call, { reason, message }) {
	return {
		kind: "failed",
		call: call.id,
		reason,
		message
	};
}

export { createAsking };