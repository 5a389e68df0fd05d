// src/hosts/progress/plain-progress.ts
function createPlainProgress(print, clock, everyMs) {
	let started;
	let shownAt = 0;
	let latest;
	const show = (state, now) => {
		shownAt = now;
		latest = void 0;
		const models = state.byModel.size > 1 ? ` (${wordModels(state)})` : "";
		print(`${wordProgress(state, now - (started ?? now))}${models}`);
	};
	return {
		say: print,
		update: (state) => {
			const now = clock.monotonic();
			if (started === void 0) {
				started = now;
				shownAt = now;
			}
			latest = state;
			if (now - shownAt >= everyMs) show(state, now);
		},
		end: () => {
			if (latest !== void 0) show(latest, clock.monotonic());
		}
	};
}
function wordProgress(state, elapsedMs) {
	const made = Math.max(0, state.done - state.kept);
	const rate = elapsedMs > 0 ? made * 1e3 / elapsedMs : 0;
	const left = state.planned - state.done;
	return [
		state.kept === 0 ? `${state.done} / ${state.planned} calls` : `${state.done} / ${state.planned} done, ${made === 0 ? "all of them" : state.kept} kept from before`,
		...rate > 0 ? [`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`] : [],
		...state.costUsd > 0 ? [showDollars(state.costUsd)] : [],
		...rate > 0 && left > 0 ? [`${showSeconds(left / rate)} left`] : [],
		...state.retried > 0 ? [`${state.retried} retried`] : [],
		...state.failed > 0 ? [`${state.failed} failed`] : []
	].join(" · ");
}
function wordModels(state) {
	return [...state.byModel].map(([model, { done, planned }]) => `${model} ${done} / ${planned}`).join(", ");
}
function showDollars(dollars) {
	return dollars < .01 ? "< $0.01" : `$${dollars.toFixed(2)}`;
}
function showSeconds(seconds) {
	const whole = Math.ceil(seconds);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

export { wordProgress as n, createPlainProgress as t };