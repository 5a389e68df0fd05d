/**
 * Programs that run inside a realm, before a stranger's does. They keep the built-in functions they need, so that a
 * script that changes them changes nothing about how its own result is read.
 */

/** Gives the realm what scripts expect of any JavaScript, and makes the driver that loads and calls them. */
export const driverSource = `(() => {
  const { parse, stringify } = JSON;
  const { defineProperty, freeze, getPrototypeOf } = Object;
  const { ownKeys, getOwnPropertyDescriptor } = Reflect;
  const isError = (value) => value instanceof Error;
  const quiet = () => {};
  globalThis.console = freeze({ log: quiet, info: quiet, warn: quiet, error: quiet, debug: quiet });
  const describe = (fault) => isError(fault)
    ? { name: String(fault.name), message: String(fault.message), stack: String(fault.stack) }
    : { name: '', message: typeof fault === 'string' ? fault : String(stringify(fault)), stack: '' };
  const settle = (box, value) => {
    try { box.text = stringify({ value }); } catch (fault) { box.text = stringify({ fault: describe(fault) }); }
  };
  const fail = (box, fault) => { box.text = stringify({ fault: describe(fault) }); };
  return {
    fill(make) {
      const module = { exports: {} };
      const refuse = (name) => { throw new Error('it loads ' + name + ', and nothing can be loaded in the sandbox'); };
      make(module, module.exports, refuse);
      return module.exports;
    },
    pick(loaded, name) {
      if (name !== '') return loaded?.[name];
      return typeof loaded === 'function' ? loaded : loaded?.default;
    },
    call(target, args) {
      const box = { text: '' };
      try {
        const value = target(...parse(args));
        if (typeof value?.then === 'function') {
          Promise.resolve(value).then((held) => settle(box, held), (fault) => fail(box, fault));
        } else settle(box, value);
      } catch (fault) { fail(box, fault); }
      return box;
    },
    read: (box) => box.text,
    /** Hides the library from all but the script that took hold of it, and holds all else still. */
    close(library) {
      delete globalThis[library];
      // Libraries name what they throw, which a prototype that is held still would not let them.
      for (const key of ['name', 'message']) {
        const set = function (value) { defineProperty(this, key, { value, writable: true, configurable: true }); };
        defineProperty(Error.prototype, key, { get: () => (key === 'name' ? 'Error' : ''), set });
      }
      const seen = new Set();
      const waiting = [globalThis, (function* () {})(), (async () => {})(), ''[Symbol.iterator](), [][Symbol.iterator](), new Map().keys(), new Set().keys()];
      while (waiting.length > 0) {
        const value = waiting.pop();
        if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) continue;
        seen.add(value);
        waiting.push(getPrototypeOf(value));
        for (const key of ownKeys(value)) {
          const { value: held, get, set } = getOwnPropertyDescriptor(value, key);
          waiting.push(held, get, set);
        }
        freeze(value);
      }
    },
  };
})()`;

/** A CommonJS module as a function of what such modules are given; its first line stays the first. */
export function wrapModule(source: string): string {
  return `(function (module, exports, require) {${source}\n})`;
}
