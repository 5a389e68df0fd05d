// src/core/served-model.ts
const version = /[-@:_](?:\d{4}-\d{2}-\d{2}|\d{8}|\d{6}|\d{3,4}|v\d+(?::\d+)?|latest|preview|exp)$/u;
function servedAs(asked, served, isKnown) {
	const [one, other] = [plainName(asked), plainName(served)];
	if (one === other) return "asked";
	const [stem, otherStem] = [stemOf(one), stemOf(other)];
	if (stem === otherStem) return one === stem || other === otherStem || isOpen(one) ? "asked" : "another";
	return isKnown(asked) || isKnown(one) || isKnown(stem) ? "another" : "alias";
}
function plainName(model) {
	return model.trim().toLowerCase().replace(/^.*\//u, "").replace(/^(?:[a-z]{2,6}\.)?(?:anthropic|amazon|meta|mistral|cohere)\./u, "");
}
function stemOf(model) {
	const shorter = model.replace(version, "");
	return shorter === model ? model : stemOf(shorter);
}
function isOpen(model) {
	return /[-@:_](?:latest|preview|exp)$/u.test(model);
}

export { servedAs as t };