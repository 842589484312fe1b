import { expect, test } from "vitest";
import { callCommand } from "./support/call-command.ts";

const CASE =
  "58-year-old man, left calf tender along the deep veins and 4 cm larger than the right, no cancer, no other Wells feature, no alternative diagnosis as likely.";

test("`ask --follow` goes on from the file that `ask --json` wrote", async () => {
  const first = await callCommand(["ask", CASE, "--json"]);
  const second = await callCommand(["ask", "what if the ultrasound is negative?", "--follow", "a.json"], {
    "a.json": first.out,
  });
  expect(second.status).toBe(0);
  expect(second.out).toContain("[COMPLETE_DUPLEX] -> DVT excluded for now");
  expect(second.out).toContain("(only supposed) (decides)");
});

test.each(["{}", "not JSON", '{ "conversation": null }'])(
  "a file that holds no exchange is refused: %s",
  async (text) => {
    const called = await callCommand(["ask", "why?", "--follow", "a.json"], { "a.json": text });
    expect(called.status).toBe(1);
    expect(called.err).toContain("`a.json` is not an exchange that an answer gave");
  },
);

test("`chat` takes each line as a follow-up, and an empty line begins anew", async () => {
  const { status, out } = await callCommand(["chat"], {
    "-": `${CASE}\nwhy?\n\nwhat if the ultrasound is negative?`,
  });
  expect(status).toBe(0);
  const [, , why = "", anew = ""] = out.split(/^> /m);
  expect(why).toContain("DVT is likely: image first");
  expect(anew).not.toContain("CARRIED OVER");
});
