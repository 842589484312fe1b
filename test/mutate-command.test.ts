import { expect, test } from "vitest";
import { callCommand } from "./support/call-command.ts";

test.each([
  ["no pathway", ["mutate"], "usage: wellspring mutate"],
  ["an unknown pathway", ["mutate", "nope"], "known are suspected-leg-dvt"],
  ["an unknown profile", ["mutate", "suspected-leg-dvt", "--profile", "nope"], "sru, nice, ash, accp"],
])("mutate with %s is refused", async (_title, args, said) => {
  const { status, err } = await callCommand(args);
  expect(err).toContain(said);
  expect(status).not.toBe(0);
});
