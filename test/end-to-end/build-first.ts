import { build } from "../../scripts/build.mjs";

/** What the browser files serve is built once, before the first of them starts. */
export async function setup(): Promise<void> {
  await build();
}
