// src/reporters/wording/show-day.ts
const months = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
function showDay(time) {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(time) ?? [];
	const name = months[Number(month) - 1];
	return name === void 0 ? time : `${Number(day)} ${name} ${year}`;
}
function showRun(time, runs) {
	const hour = /^\d{4}-\d\d-\d\dT(\d\d:\d\d)/u.exec(time)?.[1];
	const isAlone = runs.every((other) => other === time || other.slice(0, 10) !== time.slice(0, 10));
	return hour === void 0 || isAlone ? showDay(time) : `${showDay(time)}, ${hour} UTC`;
}

export { showRun as n, showDay as t };