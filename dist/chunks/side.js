// src/core/side.ts
const sides = ["old", "new"];

export { sides as t };