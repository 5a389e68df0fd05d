// src/core/suggest-nearest.ts
function suggestNearest(name, known) {
	const wanted = normalise(name);
	if (wanted.length > 100) return void 0;
	let nearest;
	for (const candidate of known) {
		const other = normalise(candidate);
		const allowed = Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
		if (Math.abs(other.length - wanted.length) > allowed) continue;
		const distance = editDistance(wanted, other);
		if (distance <= allowed && (nearest === void 0 || distance < nearest.distance)) nearest = {
			name: candidate,
			distance
		};
	}
	return nearest?.name;
}
function normalise(name) {
	return name.toLowerCase().replaceAll(/[-_\s]/gu, "");
}
function editDistance(a, b) {
	let beforePrevious = [];
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1];
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			current.push(Math.min((previous[column] ?? row) + 1, (current[column - 1] ?? column) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1), swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
		}
		beforePrevious = previous;
		previous = current;
	}
	return previous[b.length] ?? a.length;
}

export { suggestNearest as t };