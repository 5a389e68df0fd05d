/** What of the global `WebAssembly` is used; TypeScript has it in the browser's library only. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => object;
};
