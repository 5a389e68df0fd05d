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

export { showDay as t };