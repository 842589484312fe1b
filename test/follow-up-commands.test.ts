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

test("`ask --follow` lists the conversation, and `--turn` shows one of its questions again", async () => {
  const first = await callCommand(["ask", CASE, "--json"]);
  const second = await callCommand(["ask", "why?", "--follow", "a.json", "--json"], { "a.json": first.out });
  const third = await callCommand(["ask", "--follow", "b.json", "--turn", "1"], { "b.json": second.out });
  expect(third.status).toBe(0);
  expect(third.out).toMatch(/THIS CONVERSATION\n {2}- 1\. 58-year-old man.*<- shown above\n.*\n {2}- 2\. why\?\n/);
  const gone = await callCommand(["ask", "--follow", "b.json", "--turn", "9"], { "b.json": second.out });
  expect(gone.err).toContain("`turn` asks for question 9");
  expect((await callCommand(["ask", "--turn", "two"])).status).toBe(2);
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
