/** The build of bottleneck that the throttling plugin itself loads: without Redis, and without types of its own. */
declare module 'bottleneck/light.js' {
  import type Bottleneck from 'bottleneck';

  const light: typeof Bottleneck;
  // biome-ignore lint/style/noDefaultExport: the module has no other.
  export default light;
}
