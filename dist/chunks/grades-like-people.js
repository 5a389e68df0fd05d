// src/core/scoring/grades-like-people.ts
function gradesLikePeople({ kind }) {
	return kind?.minRange[0] === 1 && kind.minRange[1] === 10;
}

export { gradesLikePeople as t };