import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";

// src/store/spare-store.ts
function withSpare(store, say) {
	const spare = /* @__PURE__ */ new Map();
	let isFull = false;
	const orSpare = async (kept, hold) => {
		try {
			await kept;
		} catch (fault) {
			if (!(fault instanceof ProblemError)) throw fault;
			hold();
			if (!isFull) say(`${fault.message} The replies of this run are held in memory.`);
			isFull = true;
		}
	};
	return {
		...store,
		find: (call) => spare.get(call) ?? store.find(call),
		keep: (call, answer) => orSpare(store.keep(call, answer), () => spare.set(call.id, answer)),
		share: (call, other) => orSpare(store.share(call, other), () => {
			const answer = spare.get(call.id) ?? store.find(call.id);
			if (answer !== void 0) spare.set(other.id, answer);
		})
	};
}

export { withSpare };