import { i as writeAlertState, n as readAlertState, t as noAlerts } from "./alert-state.js";
import { n as titleOf, r as targets, t as deliverAlert } from "./deliver-alert.js";

// src/core/alerts/plan-alerts.ts
const forgottenMs = 7776e6;
function planAlerts(kept, watched, moment) {
	return watched.flatMap((one) => {
		const entry = kept.entries.find(({ key }) => key === one.key);
		const told = entry?.told ?? [];
		const alert = {
			version: 1,
			key: one.key,
			at: moment.at,
			...moment.place,
			about: one.about,
			since: entry?.since ?? moment.at
		};
		if (one.is === "fine") return told.length === 0 ? [] : [{
			alert: {
				...alert,
				state: "recovered",
				ended: one.ended ?? "over"
			},
			to: told
		}];
		if (one.is === "unknown" || (entry?.runs ?? 0) + 1 < one.forRuns) return [];
		if (told.length === 0 && isCooling(entry, moment)) return [];
		const to = moment.targets.filter((target) => !told.includes(target) && one.except?.includes(target) !== true);
		return to.length === 0 ? [] : [{
			alert: {
				...alert,
				state: "alert"
			},
			to
		}];
	});
}
function isCooling(entry, { now, cooldownMs }) {
	return entry?.toldMs !== void 0 && now - entry.toldMs < cooldownMs;
}
function beforeAlerts(kept, watched, planned, moment) {
	const begun = planned.filter(({ alert: { key, state } }) => state === "alert" && kept.entries.find((entry) => entry.key === key)?.since === void 0);
	if (begun.length === 0) return void 0;
	const keys = new Set(begun.map(({ alert }) => alert.key));
	const { version, entries } = afterAlerts(kept, watched.filter(({ key }) => keys.has(key)), [], moment);
	return {
		version,
		entries: entries.map((entry) => keys.has(entry.key) ? {
			...entry,
			since: moment.at
		} : entry)
	};
}
function afterAlerts(kept, watched, sent, { at, now, cooldownMs }) {
	const seen = watched.map((one) => {
		const entry = kept.entries.find(({ key }) => key === one.key);
		const reached = sent.find(({ alert }) => alert.key === one.key)?.to ?? [];
		const { since, toldMs, told = [] } = entry ?? {};
		if (one.is === "unknown") return {
			...entry ?? emptyEntry(one, now),
			seenMs: now
		};
		const isWrong = one.is === "wrong";
		const stillTold = isWrong ? [...told, ...reached] : told.filter((target) => !reached.includes(target));
		const isTold = stillTold.length > 0;
		return {
			key: one.key,
			runs: isWrong ? Math.min((entry?.runs ?? 0) + 1, one.forRuns) : 0,
			told: stillTold,
			...isTold || isWrong && since !== void 0 ? { since: since ?? at } : {},
			...isWrong && reached.length > 0 ? { toldMs: now } : toldMs === void 0 ? {} : { toldMs },
			seenMs: now,
			about: one.about
		};
	});
	return {
		version: 1,
		entries: [...kept.entries.filter(({ key }) => watched.every((one) => one.key !== key)), ...seen].filter(({ runs, told, toldMs, seenMs }) => now - seenMs < forgottenMs && (runs > 0 || told.length > 0 || toldMs !== void 0 && now - toldMs < cooldownMs))
	};
}
function emptyEntry({ key, about }, seenMs) {
	return {
		key,
		runs: 0,
		told: [],
		seenMs,
		about
	};
}

// src/app/alerts/tell-targets.ts
const most = {
	ms: 18e4,
	messages: 5,
	single: 20
};
async function tellTargets(planned, { alertTargets }, { ports, reached }, signal) {
	const started = ports.clock.monotonic();
	const { mostMs = most.ms } = ports;
	const leftMs = () => mostMs - (ports.clock.monotonic() - started);
	const deadline = AbortSignal.timeout(mostMs);
	const within = AbortSignal.any([signal, deadline]);
	const over = new Promise((resolve) => within.addEventListener("abort", () => resolve("over")));
	const send = async (alert, place) => {
		const late = {
			target: place.target,
			kind: "failed",
			why: "the time for the alerts of a run is over"
		};
		if (leftMs() <= 0) return late;
		const sending = deliverAlert(alert, place, {
			...ports,
			leftMs
		}, within).catch((fault) => {
			if (within.aborted) return late;
			throw fault;
		});
		const delivery = await Promise.race([sending, over]);
		signal.throwIfAborted();
		return delivery === "over" ? late : delivery;
	};
	await Promise.all(alertTargets.map(async (place) => {
		warnOf(await tellTarget(planned.flatMap(({ alert, to }) => to.includes(place.target) ? [alert] : []), place, {
			send,
			reached
		}), place.target, ports);
	}));
	sayReached(reached, ports);
}
async function tellTarget(due, place, { send, reached }) {
	const { target } = place;
	let why;
	let told = 0;
	for (const message of messagesOf(due, targets[target].gathers)) {
		const { more = [], ...first } = message;
		const delivery = await send(message, place);
		if (delivery.kind === "failed") {
			why ??= delivery.why;
			if (delivery.ofMessage === true) continue;
			break;
		}
		const alerts = due.filter((one) => [first, ...more].some(({ key }) => key === one.key));
		for (const alert of alerts) reached.set(alert, [...reached.get(alert) ?? [], target]);
		told += alerts.length;
	}
	const bound = `${most.single} alerts are told to it in a run`;
	return {
		count: due.length - told,
		...why === void 0 ? {
			why: bound,
			isBound: true
		} : { why }
	};
}
function messagesOf(alerts, gathers) {
	if (alerts.length <= most.messages) return alerts;
	if (!gathers) return alerts.slice(0, most.single);
	return [...Map.groupBy(alerts, ({ state }) => state).values()].flatMap(([first, ...more]) => first === void 0 ? [] : [{
		...first,
		more
	}]);
}
function warnOf({ count, why, isBound }, target, { warn }) {
	if (count === 0) return;
	warn(`${count === 1 ? "An alert" : `${count} alerts`} ${isBound === true ? "were not sent" : "could not be sent"} to ${titleOf(target)}: ${why}. The next run tries again; the verdict is not affected.`);
}
function sayReached(reached, { say }) {
	const same = Map.groupBy(reached, ([{ state }, told]) => JSON.stringify([state, told.toSorted()]));
	for (const alike of same.values()) {
		const [[alert, told] = []] = alike;
		if (alert === void 0 || told === void 0) continue;
		const count = alike.length;
		const one = alert.state === "alert" ? "An alert" : "The end of an alert";
		const several = alert.state === "alert" ? `${count} alerts` : `The ends of ${count} alerts`;
		say(`${count === 1 ? `${one} was` : `${several} were`} sent to ${told.map(titleOf).join(", ")}.`);
	}
}

// src/app/alerts/raise-alerts.ts
async function raiseAlerts(watch, settings, ports, signal) {
	const raised = /* @__PURE__ */ new Map();
	if (settings.alertTargets.length === 0) return {
		told: raised,
		isUnread: false
	};
	const { kept, isUnread } = await readKept(ports);
	if (kept === void 0) return {
		told: raised,
		isUnread
	};
	const watched = watch(kept);
	const now = ports.clock.now();
	const moment = {
		at: new Date(now).toISOString(),
		now,
		cooldownMs: settings.alertCooldownMs,
		targets: settings.alertTargets.map(({ target }) => target),
		place: {
			...ports.place,
			...settings.name === void 0 ? {} : { name: settings.name }
		}
	};
	const planned = planAlerts(kept, watched, moment);
	const before = beforeAlerts(kept, watched, planned, moment);
	if (before !== void 0) await keep(before, ports);
	const begun = before ?? kept;
	const reached = /* @__PURE__ */ new Map();
	try {
		await tellTargets(planned, settings, {
			ports,
			reached
		}, signal);
	} finally {
		const gone = (to) => to.filter((target) => !moment.targets.includes(target));
		const sent = planned.map(({ alert, to }) => ({
			alert,
			to: [...reached.get(alert) ?? [], ...gone(to)]
		}));
		const after = afterAlerts(begun, watched, sent, moment);
		if (isNews(begun, after)) await keep(after, ports);
	}
	for (const [{ key, state }, sent] of reached) raised.set(key, {
		state: state === "alert" ? "alert" : "recovered",
		sent
	});
	return {
		told: raised,
		isUnread
	};
}
const refreshedMs = 6048e5;
function isNews(kept, after) {
	const plain = ({ entries }) => JSON.stringify(entries.map(({ seenMs: _, ...entry }) => entry));
	return plain(kept) !== plain(after) || after.entries.some(({ key, seenMs }) => {
		const before = kept.entries.find((one) => one.key === key);
		return before !== void 0 && seenMs - before.seenMs > refreshedMs;
	});
}
async function readKept({ kept, warn }) {
	try {
		const text = await kept.read();
		const read = readAlertState(text);
		if (typeof read !== "string") return {
			kept: read,
			isUnread: false
		};
		await kept.setAside?.(text);
		warn(`What alerts keep between runs ${read}; it begins anew. An alert that it told may have to be closed by hand.`);
		return {
			kept: noAlerts,
			isUnread: true
		};
	} catch (fault) {
		warn(`No alert was sent, since who was told before cannot be read: ${wordFault(fault)}`);
		return {
			kept: void 0,
			isUnread: true
		};
	}
}
async function keep(state, { kept, warn }) {
	try {
		await kept.write(writeAlertState(state));
	} catch (fault) {
		warn(`Who was told of an alert could not be kept, so that it may be told twice: ${wordFault(fault)}`);
	}
}
function wordFault(fault) {
	return fault instanceof Error ? fault.message : String(fault);
}

export { raiseAlerts as t };