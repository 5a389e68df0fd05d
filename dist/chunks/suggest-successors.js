import "./rolldown-runtime.js";
import { r as retirementDay } from "./retirement-day.js";

// src/providers/suggest-successors.ts
const others = /image|audio|realtime|tts|transcribe|embed|codex|search|research|moderation|computer|instruct|preview|dall|whisper|sora|-pro\b/iu;
const sameClass = 3;
const most = 4;
async function suggestSuccessors(model) {
	const { calcPrice, findProvider } = await import("./dist3.js");
	const name = model.slice(model.lastIndexOf("/") + 1);
	const price = (id) => {
		try {
			return calcPrice({
				input_tokens: 1e3,
				output_tokens: 300
			}, id, { providerId: vendor?.id ?? "" })?.total_price;
		} catch {
			return;
		}
	};
	const vendor = findProvider({ modelId: name });
	const own = vendor === void 0 ? void 0 : price(name);
	if (vendor === void 0 || own === void 0 || own === 0) return [];
	return vendor.models.filter(({ id, deprecated }) => {
		const isEnding = retirementDay({
			provider: "",
			model: id
		}, { own: /* @__PURE__ */ new Map() }) !== void 0;
		return deprecated !== true && !isEnding && !others.test(id) && familyOf(id) === familyOf(name) && versionOf(id) > versionOf(name);
	}).flatMap(({ id }) => {
		const theirs = price(id);
		const apart = theirs === void 0 || theirs === 0 ? void 0 : Math.abs(Math.log(theirs / own));
		return apart === void 0 || apart > Math.log(sameClass) ? [] : [{
			id,
			apart
		}];
	}).toSorted((a, b) => a.apart - b.apart || versionOf(b.id) - versionOf(a.id)).slice(0, most).map(({ id }) => id);
}
function familyOf(name) {
	return name.split(/[-\d]/u, 1)[0] ?? name;
}
function versionOf(name) {
	const [, major, minor = "0"] = /-(\d+)(?:[.-](\d{1,2})(?!\d))?/u.exec(name) ?? [];
	return major === void 0 ? 0 : Number(`${major}.${minor}`);
}

export { suggestSuccessors };